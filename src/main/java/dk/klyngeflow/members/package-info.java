/** Knows the clusters, their practices, people, roles, mandates and settings. */
@ApplicationModule(
        displayName = "Medlemmer",
        allowedDependencies = {"engine", "security", "pages", "payments"})
@NullMarked
package dk.klyngeflow.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
