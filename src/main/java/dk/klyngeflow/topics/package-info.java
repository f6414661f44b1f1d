/** Keeps what members want to talk about and how many want it. */
@ApplicationModule(
        displayName = "Emner",
        allowedDependencies = {"engine", "security", "members", "links", "mail"})
@NullMarked
package dk.klyngeflow.topics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
