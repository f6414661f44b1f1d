/** Gets the figures of the practices for a meeting: asks for their accept, has them ordered, and keeps back what is not for members. */
@ApplicationModule(
        displayName = "Datapakker",
        allowedDependencies = {
            "engine",
            "security",
            "members",
            "localmodel",
            "links",
            "mail",
            "documents",
            "polls",
            "gatherings"
        })
@NullMarked
package dk.klyngeflow.dataorders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
