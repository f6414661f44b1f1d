/** Suggests days that suit a cluster, reads days as Danes write them, and says what speaks against them. */
@ApplicationModule(
        displayName = "Mødedatoer",
        allowedDependencies = {"engine", "security", "members", "gatherings", "dataorders", "topics"})
@NullMarked
package dk.klyngeflow.dates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
