/** Reads what the bank says of a cluster's account, and holds it against the ledger until every line is explained. */
@ApplicationModule(
        displayName = "Kontoudtog",
        allowedDependencies = {"engine", "security", "members", "accounts", "payments"})
@NullMarked
package dk.klyngeflow.bankstatements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
