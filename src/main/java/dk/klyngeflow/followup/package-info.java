/** Stage 5: keeps what a meeting agreed: minutes, who promised what, reminders and the new measurement. */
@ApplicationModule(
        displayName = "Opfølgning",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "localmodel",
            "gatherings",
            "actions",
            "links",
            "mail",
            "documents",
            "benchmarks",
            "recipes"
        })
@NullMarked
package dk.klyngeflow.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
