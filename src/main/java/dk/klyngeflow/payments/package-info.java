/** Checks account numbers and payment slips and writes payment files for the bank. */
@ApplicationModule(
        displayName = "Betalinger",
        allowedDependencies = {"engine"})
@NullMarked
package dk.klyngeflow.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
