@ApplicationModule(allowedDependencies = {})
@NullMarked
package badhouse.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
