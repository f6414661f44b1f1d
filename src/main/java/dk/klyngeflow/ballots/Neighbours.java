package dk.klyngeflow.ballots;

import java.util.Collection;
import java.util.Map;

/** What a count needs of other rooms. */
interface Neighbours {

    /** By id. */
    Map<String, String> names(Collection<String> people);

    String clusterName(String clusterId);

    /** Nobody votes by her link any longer; it opens the result. */
    void endLinks(String clusterId, String ballotId, Collection<VoteRight> rights);

    /** This link takes no vote any longer: another has the paper. */
    void endLink(String clusterId, String ballotId, VoteRight right);
}
