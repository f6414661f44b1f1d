package dk.klyngeflow.localmodel;

/** Knows whether a cluster has planned its review for a day of its own: nobody else then begins it. Of the module that plans. */
public interface PlannedReviews {

    /** True while the review is planned and has not begun. */
    boolean isPlanned(String clusterId);
}
