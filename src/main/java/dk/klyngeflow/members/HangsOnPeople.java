package dk.klyngeflow.members;

import java.util.Set;

/**
 * What hangs on a person in a cluster: her links, the polls she is asked in, the meetings she is invited to. One bean for each kind, of the
 * module that has it. Read before and after a change of people that is then taken back, so that its effect can be said before it is made.
 */
public interface HangsOnPeople {

    /** All that there is at the moment. */
    Set<Hung> now(String clusterId);

    /** A Danish sentence about so many that would be no longer, as in {@code 2 personlige links dør.}; empty when it is not worth saying. */
    String gone(int count);

    /** A Danish sentence about so many that would be new; empty when it is not worth saying. */
    String come(int count);

    /** @param what an id of the thing, unique within its kind @param personId on whom it hangs */
    record Hung(String what, String personId) {}
}
