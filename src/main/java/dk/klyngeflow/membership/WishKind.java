package dk.klyngeflow.membership;

/** What somebody may ask for; Danish as in „Du har bedt om at …“. */
enum WishKind {
    JOIN("komme med i klyngen", "add"),
    LEAVE("blive meldt ud af klyngen", "leave"),
    PRACTICE_LEAVES("få din praksis meldt ud af klyngen", "end-practice"),
    CORRECT("få rettet dine oplysninger", "correct"),
    ERASE("få slettet dine oplysninger", "leave");

    private final String danish;
    private final String change;

    WishKind(String danish, String change) {
        this.danish = danish;
        this.change = change;
    }

    public String danish() {
        return danish;
    }

    /** The change on the page of people that grants it. */
    String change() {
        return change;
    }
}
