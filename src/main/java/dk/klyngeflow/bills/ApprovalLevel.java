package dk.klyngeflow.bills;

/** Who must say yes. A level needs all those before it too. The numbers are those of the decision {@code approval-level}. */
public enum ApprovalLevel {
    SECRETARY(1, "Sekretær"),
    COORDINATOR(2, "Koordinator"),
    BOARD(3, "Bestyrelse"),
    MEMBERS(4, "Medlemmer");

    private final int number;
    private final String danish;

    ApprovalLevel(int number, String danish) {
        this.number = number;
        this.danish = danish;
    }

    public static ApprovalLevel of(int number) {
        for (ApprovalLevel level : values()) {
            if (level.number == number) {
                return level;
            }
        }
        throw new IllegalStateException("no approval level " + number);
    }

    public int number() {
        return number;
    }

    public String danish() {
        return danish;
    }
}
