/** Stage 07: the annual accounts and the general assembly. */
@ApplicationModule(
        displayName = "Generalforsamling",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "mail",
            "documents",
            "calendar",
            "statutes",
            "gatherings",
            "polls",
            "bookings",
            "accounts",
            "annualaccounts",
            "bankstatements",
            "assemblies",
            "archive"
        })
@NullMarked
package dk.klyngeflow.assembly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
