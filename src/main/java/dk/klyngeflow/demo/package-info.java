/** The first five minutes: embedded database and mailbox, and a cluster to try; never in production. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "engine",
            "start",
            "security",
            "pages",
            "members",
            "documents",
            "accounts",
            "annualaccounts",
            "invoices",
            "founding",
            "links",
            "polls",
            "bookings",
            "meetings",
            "year",
            "topics",
            "contact",
            "contactbook",
            "statutes",
            "gatherings",
            "recipes",
            "localmodel"
        })
@NullMarked
package dk.klyngeflow.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
