/** Takes secret votes in double envelopes, counts them once, and proves the count without telling who voted what. */
@ApplicationModule(
        displayName = "Hemmelige afstemninger",
        allowedDependencies = {"engine", "security", "members", "links", "mail", "documents", "statutes"})
@NullMarked
package dk.klyngeflow.ballots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
