/** Reads the mailbox: answers from calendar programs, bounces, invoices and everything else, each mail once. */
@ApplicationModule(
        displayName = "Indbakke",
        allowedDependencies = {"engine", "members", "mail", "documents", "calendar"})
@NullMarked
package dk.klyngeflow.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
