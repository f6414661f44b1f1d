/** Makes the annual accounts of a year: what stands behind each balance, drafts with their hash, comments, approvals and the seal. */
@ApplicationModule(
        displayName = "Årsregnskab",
        allowedDependencies = {"engine", "security", "pages", "members", "documents", "accounts", "bankstatements"})
@NullMarked
package dk.klyngeflow.annualaccounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
