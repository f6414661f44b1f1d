/** Reads and validates electronic invoices: OIOUBL, Peppol BIS, EN 16931. */
@ApplicationModule(
        displayName = "E-fakturaer",
        allowedDependencies = {"engine", "documents", "payments"})
@NullMarked
package dk.klyngeflow.einvoices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
