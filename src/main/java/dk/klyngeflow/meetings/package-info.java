/** Stage 4: takes a meeting from its topic to the day it is held. */
@ApplicationModule(
        displayName = "Møder",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "localmodel",
            "mail",
            "documents",
            "calendar",
            "inbox",
            "polls",
            "bookings",
            "gatherings",
            "dates",
            "invitations",
            "dataorders",
            "topics",
            "contactbook",
            "actions",
            "benchmarks"
        })
@NullMarked
package dk.klyngeflow.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
