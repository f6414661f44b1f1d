package dk.klyngeflow.ballots;

import dk.klyngeflow.engine.FormRefused;

/** Something that a secret vote does not allow; nothing has changed. One of a closed set, each with a Danish sentence. */
public final class BallotRefused extends FormRefused {

    /** Why. */
    public enum Why {
        NOT_ON_ROLL("Du står ikke på valglisten til denne afstemning."),
        NOT_OPEN("Afstemningen er ikke åben, så din stemme kom ikke med."),
        TOO_MANY_MARKS("Du har valgt flere, end der skal vælges. Ret dit valg."),
        MARKED_TWICE("Du har sat kryds ved den samme to gange. Vælg hver kandidat højst én gang."),
        UNKNOWN_CANDIDATE("Et af dine kryds er ved en, der ikke stiller op i denne afstemning. Vælg igen."),
        BLANK_AND_MARKED("Du har valgt både blank og en kandidat. Vælg enten eller."),
        NOTHING_CHOSEN("Vælg en kandidat, eller stem blankt."),
        NOT_CLOSED_YET("Afstemningen er ikke lukket endnu, så der kan ikke tælles."),
        NOT_PREPARED("Afstemningen er allerede åbnet eller afsluttet."),
        ALREADY_ANOTHER("Der findes allerede en anden afstemning med det navn."),
        KEY_NOT_PRINTED("Valglederen har ikke udskrevet nøglen endnu."),
        KEY_MISSING("Nøglen til stemmerne findes ikke her. Tæl på den server, hvor afstemningen blev åbnet."),
        KEY_DESTROYED("Afstemningen er talt, og nøglen er destrueret. Den kan ikke tælles igen."),
        WRONG_CODE("Nøglekoden passer ikke til denne afstemning. Se efter på arket, og skriv den igen."),
        NOT_COUNTED_YET("Stemmerne er ikke talt endnu."),
        NEEDS_REASON("Skriv, hvorfor resultatet bliver et andet end det, reglen giver."),
        NEEDS_TWO_PERSONS("Det kræver to forskellige personer, som ikke selv stiller op."),
        NO_LOT_NEEDED("Der skal ikke trækkes lod mellem dem.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Why why;

    BallotRefused(Why why) {
        super(why.sentence());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
