/** Lets people answer by a personal mailed link, one act each, without logging in. */
@ApplicationModule(
        displayName = "Personlige links",
        allowedDependencies = {"engine", "security", "members", "documents"})
@NullMarked
package dk.klyngeflow.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
