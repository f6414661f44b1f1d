package dk.klyngeflow.contactbook;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a cluster's contact book.
 *
 * @param lastWay who wrote last; null when nobody has yet
 */
public record Contact(
        String clusterId,
        String contactId,
        ContactKind kind,
        Who who,
        Reach reach,
        String note,
        @Nullable Way lastWay,
        @Nullable Instant lastAt) {

    /** All but the name may be empty. */
    public record Who(String name, String role, String organisation) {}

    /** Each may be empty. */
    public record Reach(String phone, String mail) {}

    /** Who wrote to whom. */
    public enum Way {
        OUT("klyngen skrev"),
        IN("skrev til klyngen");

        private final String danish;

        Way(String danish) {
            this.danish = danish;
        }
    }

    public String name() {
        return who.name();
    }

    public String mail() {
        return reach.mail();
    }

    /** As in {@code Anna Holm, overlæge, Lungeafdelingen}. */
    public String inWords() {
        return who.name()
                + (who.role().isEmpty() ? "" : ", " + who.role())
                + (who.organisation().isEmpty() ? "" : ", " + who.organisation());
    }

    /** As in {@code 3. november 2026, klyngen skrev}; empty when there has been none. */
    public String lastContact() {
        return lastAt == null || lastWay == null
                ? ""
                : DanishTime.DAY.format(CopenhagenTime.dayOf(lastAt)) + ", " + lastWay.danish;
    }

    /** For a note to somebody who does not know her: who it is and where she is reached. */
    public String line() {
        return kind.danish() + ": " + inWords() + (reach.mail().isEmpty() ? "" : ", " + reach.mail())
                + (reach.phone().isEmpty() ? "" : ", tlf. " + reach.phone())
                + (lastContact().isEmpty() ? "" : " (sidste kontakt " + lastContact() + ")");
    }
}
