/** Stage 2: a post is filled by nomination, a vote where one is needed, and the yes of whoever is elected. */
@ApplicationModule(
        displayName = "Valg",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "mail",
            "documents",
            "statutes",
            "ballots"
        })
@NullMarked
package dk.klyngeflow.election;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
