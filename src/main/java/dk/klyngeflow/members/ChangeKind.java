package dk.klyngeflow.members;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be changed about a cluster's people, and what has to be said for it. */
enum ChangeKind {
    ADD("Tilføj en person", "navn", "mail", "post", "ydernummer", "fra", "til"),
    CORRECT("Ret navn eller adresse", "navn", "mail"),
    MOVE("Flyt til en anden praksis", "ydernummer", "fra"),
    GIVE("Giv en post", "post", "fra", "til"),
    END("Afslut en post", "post", "fra"),
    LEAVE("Udmeld", "fra"),
    ADD_PRACTICE("Tilføj en praksis", "nummer", "navn", "patienter", "fra"),
    CORRECT_PRACTICE("Ret praksis eller patienttal", "navn", "patienter", "fra"),
    END_PRACTICE("Udmeld praksis", "fra");

    private final String danish;
    private final List<String> fields;

    ChangeKind(String danish, String... fields) {
        this.danish = danish;
        this.fields = List.of(fields);
    }

    /** As an address says it: {@code add-practice}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ChangeKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    public String danish() {
        return danish;
    }

    public boolean asks(String field) {
        return fields.contains(field);
    }

    boolean isOfPractice() {
        return this == CORRECT_PRACTICE || this == END_PRACTICE;
    }

    boolean isOfPerson() {
        return this != ADD && this != ADD_PRACTICE && !isOfPractice();
    }
}
