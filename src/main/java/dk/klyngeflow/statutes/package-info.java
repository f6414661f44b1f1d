/** Keeps what each cluster's association has agreed, in versions, and reckons deadlines and majorities from it. */
@ApplicationModule(
        displayName = "Vedtægter",
        allowedDependencies = {"engine", "security", "pages", "members", "documents"})
@NullMarked
package dk.klyngeflow.statutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
