/** Stage 3: the year plans itself by statutes and local model, begins in good time what falls due, and shows everybody how far it is. */
@ApplicationModule(
        displayName = "Årshjul",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "documents",
            "calendar",
            "accounts",
            "gatherings",
            "actions",
            "localmodel",
            "statutes"
        })
@NullMarked
package dk.klyngeflow.year;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
