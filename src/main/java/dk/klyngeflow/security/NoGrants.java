package dk.klyngeflow.security;

import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;

/**
 * The engine would write a grant for every task and every candidate; joined into each of its queries they make Tasklist ten times slower
 * than it need be. What people see is decided by a few grants for whole roles and by the tenant.
 */
final class NoGrants {

    private NoGrants() {}

    @SuppressWarnings("NullAway") // null says "write nothing" to the engine
    static ResourceAuthorizationProvider provider() {
        return (ResourceAuthorizationProvider) Proxy.newProxyInstance(
                NoGrants.class.getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> arguments != null && proxy == arguments[0];
                    case "toString" -> "no grants";
                    default -> null;
                });
    }
}
