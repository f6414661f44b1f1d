package dk.klyngeflow.ballots;

import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

@Component
class RealNeighbours implements Neighbours {

    private final People people;
    private final Clusters clusters;
    private final Links links;

    RealNeighbours(People people, Clusters clusters, Links links) {
        this.people = people;
        this.clusters = clusters;
        this.links = links;
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return people.namesOf(ids);
    }

    @Override
    public String clusterName(String clusterId) {
        return clusters.find(clusterId).map(Cluster::name).orElse(clusterId);
    }

    /** It also writes every link's row anew, so that no row tells by its last writer who has voted. */
    @Override
    public void endLinks(String clusterId, String ballotId, Collection<VoteRight> rights) {
        Set<String> subjects = new TreeSet<>();
        subjects.add(ballotId);
        rights.forEach(right -> subjects.add(right.subject(ballotId)));
        links.endAll(clusterId, Ballots.LINK, subjects);
    }

    @Override
    public void endLink(String clusterId, String ballotId, VoteRight right) {
        links.end(clusterId, Ballots.LINK, right.subject(ballotId), right.bearer());
    }
}
