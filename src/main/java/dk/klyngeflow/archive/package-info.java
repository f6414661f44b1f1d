/** Hands out a cluster's papers and books in one file, and closes a cluster for good. */
@ApplicationModule(
        displayName = "Arkiv",
        allowedDependencies = {"engine", "security", "pages", "members", "documents", "accounts", "mail"})
@NullMarked
package dk.klyngeflow.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
