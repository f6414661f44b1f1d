package dk.klyngeflow.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A practice of a cluster.
 *
 * @param patients of group 1 today; null when nobody has said
 * @param until the first day it is no longer of the cluster; null when no end is set
 */
record Practice(
        String providerNumber,
        String name,
        @Nullable Integer patients,
        LocalDate from,
        @Nullable LocalDate until) {

    boolean isOver(LocalDate day) {
        return until != null && !until.isAfter(day);
    }

    /** As in {@code Lægerne Fyrvej (990101)}. */
    public String shown() {
        return name + " (" + providerNumber + ")";
    }
}
