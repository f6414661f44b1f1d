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
            "mail",
            "accounts",
            "annualaccounts",
            "einvoices",
            "payments",
            "invoices",
            "founding",
            "links",
            "polls",
            "bookings",
            "calendar",
            "inbox",
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
