package dk.klyngeflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Runs a piece of our own code in the engine on nobody's behalf. The code must name the cluster itself and have checked rights. */
final class WithoutCaller {

    private WithoutCaller() {}

    static <T> T call(IdentityService identities, Supplier<T> work) {
        Authentication caller = identities.getCurrentAuthentication();
        if (caller == null) {
            return work.get();
        }
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            identities.setAuthentication(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
        }
    }
}
