package dk.klyngeflow.year;

/** What belongs to a year. */
public enum YearKind {
    REGISTER("Gennemgå registret over praksis", YearTurn.Due.TASK),
    QUESTIONNAIRE("KiAP's aktivitetsskema", YearTurn.Due.TASK),
    BUDGET("Budget", YearTurn.Due.TASK),
    ACCOUNTS("Årsregnskab", YearTurn.Due.ACCOUNTS),
    ASSEMBLY("Generalforsamling", YearTurn.Due.ASSEMBLY),
    ELECTION("Valg af koordinator", YearTurn.Due.ELECTION),
    MEETING("Klyngemøde", YearTurn.Due.MEETING),
    REVIEW("Den lokale model ses efter", YearTurn.Due.REVIEW),
    CVR("CVR-registreringen fornyes", YearTurn.Due.TASK);

    private final String danish;
    private final YearTurn.Due due;

    YearKind(String danish, YearTurn.Due due) {
        this.danish = danish;
        this.due = due;
    }

    public String danish() {
        return danish;
    }

    YearTurn.Due due() {
        return due;
    }

    /** The only one of its kind in a year. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
