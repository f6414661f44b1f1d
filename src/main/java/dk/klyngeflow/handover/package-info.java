/** Stage 8: duties and offices go from one to another, and a member helps with a task. */
@ApplicationModule(
        displayName = "Overdragelse",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "mail",
            "documents",
            "gatherings",
            "actions",
            "accounts",
            "bookings",
            "statutes",
            "localmodel",
            "contactbook"
        })
@NullMarked
package dk.klyngeflow.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
