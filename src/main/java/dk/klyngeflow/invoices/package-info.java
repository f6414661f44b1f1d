/** Stage 6: takes an invoice from the supplier's file to the ledger through the right people. */
@ApplicationModule(
        displayName = "Fakturaer",
        allowedDependencies = {
            "engine",
            "security",
            "pages",
            "members",
            "localmodel",
            "documents",
            "mail",
            "accounts",
            "bankstatements",
            "einvoices",
            "bills",
            "payments",
            "links",
            "inbox",
            "bookings"
        })
@NullMarked
package dk.klyngeflow.invoices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
