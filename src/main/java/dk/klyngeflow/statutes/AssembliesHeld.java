package dk.klyngeflow.statutes;

import java.time.LocalDate;
import java.util.Optional;

/** Knows which ordinary assemblies have been held. Of the module that holds them. */
public interface AssembliesHeld {

    /** The day of the assembly to which the accounts of that year were presented; empty until it has been held. */
    Optional<LocalDate> presenting(String clusterId, int accountingYear);
}
