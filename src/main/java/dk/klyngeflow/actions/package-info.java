/** Keeps what has been agreed, by whom, until when, and how it went. */
@ApplicationModule(
        displayName = "Aftaler",
        allowedDependencies = {"engine", "members", "gatherings"})
@NullMarked
package dk.klyngeflow.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
