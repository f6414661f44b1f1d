/** Keeps each cluster's ledger by double entry: accounts, vouchers, budget. */
@ApplicationModule(
        displayName = "Regnskab",
        allowedDependencies = {"engine", "security", "pages", "members", "documents"})
@NullMarked
package dk.klyngeflow.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
