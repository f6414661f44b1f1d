/** Reads tables of practices' figures in the shapes people have them, and says in which line what is wrong. */
@ApplicationModule(
        displayName = "Tabeller med tal",
        allowedDependencies = {"engine"})
@NullMarked
package dk.klyngeflow.figuretables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
