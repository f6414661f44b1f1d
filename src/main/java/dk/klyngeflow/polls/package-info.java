/** Asks named people which dates suit them and says which date is best. */
@ApplicationModule(
        displayName = "Afstemning om dato",
        allowedDependencies = {"engine", "security", "pages", "members", "links", "mail"})
@NullMarked
package dk.klyngeflow.polls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
