/** Keeps files with their hash and makes PDF, page images and spreadsheets. */
@ApplicationModule(
        displayName = "Dokumenter",
        allowedDependencies = {"engine", "security"})
@NullMarked
package dk.klyngeflow.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
