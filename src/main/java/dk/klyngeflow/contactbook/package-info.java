/** Keeps the contact book: whom a cluster knows in the health service around it, and when it last had to do with whom. */
@ApplicationModule(
        displayName = "Kontaktbog",
        allowedDependencies = {"engine", "security", "pages", "members", "documents", "mail", "inbox"})
@NullMarked
package dk.klyngeflow.contactbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
