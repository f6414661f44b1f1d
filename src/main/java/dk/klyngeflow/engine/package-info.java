/** Sets up the engine: deployment, tenants, task titles, routing, form contracts, typed variables. */
@ApplicationModule(
        displayName = "Motoren",
        allowedDependencies = {})
@NullMarked
package dk.klyngeflow.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
