/** Everything the system holds about one person: hands it to her in one file, and forgets it. */
@ApplicationModule(
        displayName = "Personoplysninger",
        allowedDependencies = {"engine", "security", "members"})
@NullMarked
package dk.klyngeflow.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
