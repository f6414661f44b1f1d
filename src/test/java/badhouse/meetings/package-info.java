/** Breaks the floors: a stage that knows another stage. */
@ApplicationModule(allowedDependencies = {"engine", "invoices"})
@NullMarked
package badhouse.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
