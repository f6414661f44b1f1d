/** The evening of a general assembly: who came and who votes for whom, what is put to the vote, and what came of it, reckoned by the statutes. */
@ApplicationModule(
        displayName = "Generalforsamlingens aften",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "links",
            "mail",
            "documents",
            "statutes",
            "ballots"
        })
@NullMarked
package dk.klyngeflow.assemblies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
