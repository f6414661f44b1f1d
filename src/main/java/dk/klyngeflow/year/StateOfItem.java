package dk.klyngeflow.year;

/** How far an item of the year is, as people see it. */
enum StateOfItem {
    DONE("Gjort"),
    UNDER_WAY("I gang"),
    LATE("Forsinket"),
    PLANNED("Planlagt"),
    DROPPED("Udgår");

    private final String danish;

    StateOfItem(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }
}
