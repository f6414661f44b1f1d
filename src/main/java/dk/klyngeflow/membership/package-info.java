/** Stage 10: lets practices and people join and leave in mid-year, and have their own data corrected, handed out and erased. */
@ApplicationModule(
        displayName = "Medlemskab",
        allowedDependencies = {"engine", "security", "pages", "members", "links", "mail", "privacy"})
@NullMarked
package dk.klyngeflow.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
