/** Asks venues, caterers and speakers and keeps what they have answered. */
@ApplicationModule(
        displayName = "Bestillinger",
        allowedDependencies = {"engine", "security", "pages", "members", "links", "mail", "calendar", "gatherings"})
@NullMarked
package dk.klyngeflow.bookings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
