/** Keeps what a founding is while it is one: its practices and people, the statutes it drafts, what it decided, and what is still to be settled. */
@ApplicationModule(
        displayName = "Stiftelser",
        allowedDependencies = {"engine", "members", "documents", "statutes"})
@NullMarked
package dk.klyngeflow.foundings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
