/** Stage 7: duties and offices go from one to another. */
@ApplicationModule(
        displayName = "Overdragelse",
        allowedDependencies = {"engine", "security", "pages", "members"})
@NullMarked
package dk.klyngeflow.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
