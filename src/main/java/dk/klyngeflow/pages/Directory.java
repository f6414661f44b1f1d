package dk.klyngeflow.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows what people and clusters are called, and who may take over what; implemented by the one module that keeps them. */
public interface Directory {

    Optional<String> personName(String personId);

    /** The names of several at once, by id; who is not known is left out. */
    Map<String, String> personNames(Collection<String> personIds);

    Optional<String> clusterName(String clusterId);

    /** The ids of all clusters. */
    List<String> clusters();

    /** Who of the cluster may be given a task of this duty, by name. */
    List<Colleague> mayTake(String clusterId, String duty);

    /** @param id engine user id; @param role Danish, for people to tell colleagues apart */
    record Colleague(String id, String name, String role) {}
}
