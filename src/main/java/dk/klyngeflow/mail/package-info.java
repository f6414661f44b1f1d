/** Sends every mail through an outbox that neither loses nor doubles. */
@ApplicationModule(
        displayName = "Post",
        allowedDependencies = {"engine", "security", "pages", "members", "documents", "links"})
@NullMarked
package dk.klyngeflow.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
