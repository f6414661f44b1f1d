/** The web shell: layout, start page, error pages in Danish. */
@ApplicationModule(
        displayName = "Sider",
        allowedDependencies = {"engine", "security"})
@NullMarked
package dk.klyngeflow.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
