package dk.klyngeflow.assembly;

/**
 * The process {@code annual-accounts}: from the last statements of a year to the closed year. Started by a form, and by the cluster's year
 * with {@code accountingYear}.
 */
final class AnnualAccounts {

    static final String KEY = "annual-accounts";

    static final String STATEMENTS_ARRIVED = "assembly.statementsArrived";
    static final String POSTED_LATE = "assembly.latePostingWasMade";
    static final String BOARD_SIGNED = "assembly.boardSignedAccounts";

    private AnnualAccounts() {}
}
