package dk.klyngeflow.localmodel;

import java.time.LocalDate;
import java.util.Optional;

/** Asks the members again how they want to work. Of the module that leads the case. */
public interface ModelReviews {

    /** When the model in force is to be looked at again; empty when there is none, or the cluster wants no review by itself. */
    Optional<LocalDate> dueOn(String clusterId);

    /** @return false when the members are being asked already */
    boolean begin(String clusterId);
}
