/** Writes and reads calendar files as Outlook, Google and Apple understand them. */
@ApplicationModule(
        displayName = "Kalender",
        allowedDependencies = {"engine", "security", "members", "links", "mail"})
@NullMarked
package dk.klyngeflow.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
