/** Keeps what practices' tables say, freezes what a cluster may see of them, and shows each practice its own beside it. */
@ApplicationModule(
        displayName = "Tal fra praksis",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "mail",
            "documents",
            "gatherings",
            "actions",
            "dataorders",
            "figuretables"
        })
@NullMarked
package dk.klyngeflow.benchmarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
