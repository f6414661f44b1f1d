package dk.klyngeflow.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** Who is in a group: asked where a task is given to somebody and where it is checked that she may have it, and read once for both. */
public final class GroupMembers {

    private static final TransactionMemory<String, Set<String>> MEMORY = new TransactionMemory<>();

    private GroupMembers() {}

    public static Set<String> of(IdentityService identities, String group) {
        return MEMORY.get(
                group,
                () -> identities.createUserQuery().memberOfGroup(group).list().stream()
                        .map(User::getId)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Called by whoever lets somebody into the group or out of it. */
    public static void forget(String group) {
        MEMORY.forget(group);
    }
}
