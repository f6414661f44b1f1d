package dk.klyngeflow.actions;

/** What the owner says of something agreed. */
public enum ItemState {
    OPEN("Åben"),
    NOT_YET("Ikke endnu"),
    DONE("Gjort");

    private final String danish;

    ItemState(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }
}
