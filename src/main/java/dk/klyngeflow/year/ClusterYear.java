package dk.klyngeflow.year;

/** The process {@code cluster-year}: one case for each cluster and year. */
final class ClusterYear {

    static final String KEY = "cluster-year";

    /** Told when the plan has been changed by hand, or by a new model or new statutes. */
    static final String PLAN_CHANGED = "year.planChanged";

    /** Begins the accounts of the year before; whoever draws them up begins by it. */
    static final String ACCOUNTS_FELL_DUE = "year.accountsFellDue";

    /** Begins the general assembly; whoever calls it begins by it. */
    static final String ASSEMBLY_FELL_DUE = "year.assemblyFellDue";

    private ClusterYear() {}

    static String businessKey(String clusterId, int year) {
        return clusterId + "/aar-" + year;
    }
}
