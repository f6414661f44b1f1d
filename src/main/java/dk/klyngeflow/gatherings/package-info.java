/** Knows what people come together for: a date, who is asked and comes, papers, and what was said. */
@ApplicationModule(
        displayName = "Sammenkomster",
        allowedDependencies = {"engine", "security", "pages", "members", "links", "mail", "documents"})
@NullMarked
package dk.klyngeflow.gatherings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
