/** Makes the annual accounts of a closed-off year: what each balance stands for, drafts, the auditor's work, approvals and the seal. */
@ApplicationModule(
        displayName = "Årsregnskab",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "documents",
            "links",
            "mail",
            "accounts",
            "bankstatements"
        })
@NullMarked
package dk.klyngeflow.annualaccounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
