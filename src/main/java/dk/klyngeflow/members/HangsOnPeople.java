package dk.klyngeflow.members;

/**
 * What hangs on a person in a cluster: her links, the polls she is asked in, the meetings she is invited to. One bean for each kind, of the
 * module that has it. Read before and after a change of people that is then taken back, so that its effect can be said before it is made.
 */
public interface HangsOnPeople {

    /** What is true of a person, in a query that has a cluster {@code x.cluster_id} and her id as {@code %s}. */
    String HOLDS_A_POST = """
            exists (select from klyngeflow.role_holder r
                    where r.cluster_id = x.cluster_id and r.person_id = %s
                      and r.from_day <= :today and (r.until_day is null or r.until_day > :today))""";

    /**
     * All that there is at the moment: {@code what}, an id unique within the kind, and {@code person}, on whom it hangs. It may name
     * {@code :cluster}, {@code :today} and {@code :now}.
     */
    String query();

    /** A Danish sentence about so many that would be no longer, as in {@code 2 personlige links dør.}; empty when it is not worth saying. */
    String gone(int count);

    /** A Danish sentence about so many that would be new; empty when it is not worth saying. */
    default String come(int count) {
        return "";
    }

    /** Whether what is said of a leaver's is also true of all when the cluster is closed. */
    default boolean isEndedWithCluster() {
        return true;
    }
}
