package dk.klyngeflow.year;

import dk.klyngeflow.localmodel.PlannedReviews;
import org.springframework.stereotype.Component;

/** Says that the year begins the review, on the day that somebody may have moved it to. */
@Component
class PlannedModelReviews implements PlannedReviews {

    private final YearPlan plan;

    PlannedModelReviews(YearPlan plan) {
        this.plan = plan;
    }

    @Override
    public boolean isPlanned(String clusterId) {
        return plan.hasAhead(clusterId, YearKind.REVIEW);
    }
}
