package dk.klyngeflow.bookings;

/** What a supplier reads on the page that her link opens: a house is spoken to otherwise than a person. */
final class BookingWords {

    private BookingWords() {}

    static String question(BookingKind kind, String cluster) {
        return switch (kind) {
            case ROOM -> "Kan " + cluster + " låne eller leje et lokale hos jer?";
            case CATERING -> "Kan I levere forplejning til " + cluster + "?";
            case SPEAKER -> "Vil du holde et oplæg for " + cluster + "?";
        };
    }

    static String price(BookingKind kind) {
        return kind == BookingKind.SPEAKER
                ? "Honorar i alt, hvis du kender det"
                : "Pris i alt med moms, hvis du kender den";
    }

    static String notNeeded(String cluster) {
        return cluster
                + " får ikke brug for det alligevel. Du skal ikke gøre mere. Tak for hjælpen, og undskyld ulejligheden.";
    }

    static String begun() {
        return "Mødet er begyndt, så svaret kan ikke ændres mere.";
    }

    static String othersAsked() {
        return "Du har svaret nej, og vi har spurgt en anden. Kan du alligevel, så svar på mailen.";
    }
}
