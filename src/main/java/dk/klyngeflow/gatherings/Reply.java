package dk.klyngeflow.gatherings;

/** What somebody answers to the invitation. */
public enum Reply {
    YES("Kommer"),
    NO("Kommer ikke"),
    MAYBE("Måske");

    private final String danish;

    Reply(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }
}
