package dk.klyngeflow.assembly;

/**
 * The process {@code general-assembly}: from the day of an assembly to its signed minutes. Started by a form, by the cluster's year with
 * {@code accountingYear}, and by {@link #DEMANDED} when an extraordinary one is wanted, with {@code assemblyId}.
 */
final class GeneralAssembly {

    static final String KEY = "general-assembly";

    static final String DEMANDED = "assembly.assemblyDemanded";
    static final String MOVED = "assembly.assemblyMoved";
    static final String CANCELLED = "assembly.assemblyCancelled";
    static final String MINUTES_SIGNED = "assembly.minutesSigned";

    /** Told to whoever waits for the accounts of a year to be decided, of whichever stage it is. */
    static final String ACCOUNTS_DECIDED = "assembly.accountsWereDecided";

    private GeneralAssembly() {}
}
