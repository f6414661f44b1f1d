/** Lets people in by mail: a link to choose a password, and one to confirm a changed address. */
@ApplicationModule(
        displayName = "Log-in",
        allowedDependencies = {"engine", "security", "members", "links", "mail"})
@NullMarked
package dk.klyngeflow.logins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
