package dk.klyngeflow.engine;

import java.util.Optional;
import java.util.Set;

/**
 * Says to whom a new task goes. A user task names its duty in the model (extension property {@code duty}); who holds a duty in a
 * cluster is data, since coordinators delegate. Implemented above the engine.
 */
public interface TaskRouting {

    /** @param excluded people who may not have this task, because of four eyes or because the case is their own */
    Route route(String clusterId, String duty, Set<String> excluded);

    /** What the cluster is called in the title of a task; empty when it is the engine's only. */
    Optional<String> place(String clusterId);

    /**
     * @param groups engine groups such as {@code nordklyngen.secretary}; empty when people are named instead
     * @param people engine user ids; when there is exactly one and no group, the task is assigned to her at once
     */
    record Route(Set<String> groups, Set<String> people) {}
}
