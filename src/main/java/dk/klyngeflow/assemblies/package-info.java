/** A general assembly as its members know it: what is called and proposed, who came and votes for whom, what is put to the vote, and what came of it. */
@ApplicationModule(
        displayName = "Generalforsamlinger",
        allowedDependencies = {"engine", "security", "members", "links", "mail", "documents", "statutes", "ballots"})
@NullMarked
package dk.klyngeflow.assemblies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
