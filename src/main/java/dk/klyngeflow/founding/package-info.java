/** Stage 1: a cluster agrees how it works, and looks at it again every year. */
@ApplicationModule(
        displayName = "Stiftelse",
        allowedDependencies = {"engine", "security", "pages", "members", "links", "mail", "documents", "localmodel"})
@NullMarked
package dk.klyngeflow.founding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
