package dk.klyngeflow.assembly;

/** The process {@code missing-statement}: the bank has not said what happened in a month. Started by {@link MissingStatements}. */
final class MissingStatement {

    static final String KEY = "missing-statement";

    static final String ARRIVED = "assembly.statementOfMonthArrived";

    private MissingStatement() {}
}
