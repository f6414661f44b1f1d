package badhouse.invoices;

enum Whispered {
    SOFTLY;

    String danish() {
        return "sagte";
    }
}
