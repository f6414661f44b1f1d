package dk.klyngeflow.accounts;

/** How far an accounting year has come; it never goes back. */
public enum YearState {
    /** Whoever may post, posts. */
    OPEN("Åbent"),
    /** The draft of the annual accounts is made of it: only the treasurer posts, with a reason. */
    LOCKED("Låst"),
    /** The assembly has approved; nothing of it changes any more. */
    CLOSED("Lukket");

    private final String title;

    YearState(String title) {
        this.title = title;
    }

    /** In Danish. */
    public String title() {
        return title;
    }
}
