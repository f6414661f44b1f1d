package dk.klyngeflow.founding;

import dk.klyngeflow.engine.DanishTime;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to ask, or somewhere to meet others.
 *
 * @param how an address, a number, a page on the web; empty when not known
 * @param day of a course or a meeting; null when it has none or it is not known
 */
record SupportEntry(
        long supportEntryId,
        String regionName,
        Kind kind,
        String what,
        String how,
        @Nullable LocalDate day) {

    enum Kind {
        CONSULTANT("Regionens konsulenter"),
        COURSE("Kurser"),
        NETWORK("Netværk"),
        KIAP("Kontakt hos KiAP"),
        PLO("Kontakt hos PLO");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }

        boolean hasDays() {
            return this == COURSE || this == NETWORK;
        }
    }

    public String inWords() {
        String date = day != null ? DanishTime.DAY.format(day) : kind.hasDays() ? "dato ikke kendt" : "";
        return what + (how.isEmpty() ? "" : ", " + how) + (date.isEmpty() ? "" : " (" + date + ")");
    }
}
