/** Tells people when and where a meeting is, takes their answers by link, calendar and phone, and tells the caterer what follows. */
@ApplicationModule(
        displayName = "Indkaldelser",
        allowedDependencies = {
            "engine",
            "security",
            "members",
            "links",
            "mail",
            "calendar",
            "inbox",
            "gatherings",
            "bookings",
            "polls",
            "dataorders",
            "benchmarks"
        })
@NullMarked
package dk.klyngeflow.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
