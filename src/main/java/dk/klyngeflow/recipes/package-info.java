/** Lets clusters tell each other what worked: a closed topic becomes a recipe, from which another cluster begins a meeting. */
@ApplicationModule(
        displayName = "Opskrifter",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "documents",
            "gatherings",
            "topics",
            "actions",
            "bookings",
            "contactbook",
            "benchmarks"
        })
@NullMarked
package dk.klyngeflow.recipes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
