package dk.klyngeflow.meetings;

/** What somebody answers to the invitation. */
enum Reply {
    YES("Kommer"),
    NO("Kommer ikke"),
    MAYBE("Måske");

    private final String danish;

    Reply(String danish) {
        this.danish = danish;
    }

    String danish() {
        return danish;
    }
}
