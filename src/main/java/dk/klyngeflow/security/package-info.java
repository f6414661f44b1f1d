/** Decides who may enter and who may do what, and closes the engine's known holes. */
@ApplicationModule(
        displayName = "Adgang",
        allowedDependencies = {"engine", "start"})
@NullMarked
package dk.klyngeflow.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
