/** Knows a cluster's invoices and claims: what stands on each, who has approved it, what has happened with it, and which are known already. */
@ApplicationModule(
        displayName = "Bilag til betaling",
        allowedDependencies = {"engine", "members", "documents", "payments"})
@NullMarked
package dk.klyngeflow.bills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
