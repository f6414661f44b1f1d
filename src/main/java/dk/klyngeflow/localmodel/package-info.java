/** Asks the members how they want to work together, and keeps what the cluster has agreed on as numbered versions that others obey. */
@ApplicationModule(
        displayName = "Lokal model",
        allowedDependencies = {"engine", "security", "members", "links", "mail", "documents"})
@NullMarked
package dk.klyngeflow.localmodel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
