/** Stage 9: keeps the cluster in contact with the world: mails that did not arrive, inquiries from outside. */
@ApplicationModule(
        displayName = "Kontakt",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "documents",
            "mail",
            "inbox",
            "gatherings",
            "contactbook"
        })
@NullMarked
package dk.klyngeflow.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
