package dk.klyngeflow.members;

import java.time.LocalDate;
import java.util.Optional;

/** When the association was registered, as far as it is known. Of the module that founds. */
public interface RegistrationDay {

    Optional<LocalDate> of(String clusterId);
}
