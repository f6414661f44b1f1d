/** Stage 1: a cluster is born, and agrees how it works. */
@ApplicationModule(
        displayName = "Stiftelse",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "mail",
            "documents",
            "calendar",
            "polls",
            "bookings",
            "payments",
            "accounts",
            "gatherings",
            "localmodel",
            "statutes",
            "contactbook",
            "foundings"
        })
@NullMarked
package dk.klyngeflow.founding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
