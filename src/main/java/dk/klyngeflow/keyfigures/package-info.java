/** Klyngens tal: shows staff where each case of their cluster stands and how the years went, and the administrator the same across clusters. */
@ApplicationModule(
        displayName = "Klyngens tal",
        allowedDependencies = {"engine", "security", "pages", "members", "mail", "documents"})
@NullMarked
package dk.klyngeflow.keyfigures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
