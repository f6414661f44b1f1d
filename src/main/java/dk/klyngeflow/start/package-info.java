/** Before the first request: whether settings, folders and database are as they must be, said in Danish in one place, and a code for the service manager. */
@ApplicationModule(
        displayName = "Start",
        allowedDependencies = {})
@NullMarked
package dk.klyngeflow.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
