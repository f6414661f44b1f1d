/** Stage 4: takes a meeting from its topic to the follow-up of what was agreed. */
@ApplicationModule(
        displayName = "Møder",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "mail",
            "documents",
            "calendar",
            "inbox",
            "polls",
            "bookings",
            "inbox"
        })
@NullMarked
package dk.klyngeflow.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
