package dk.klyngeflow.year;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.localmodel.ModelReviews;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins what has fallen due. Other rooms do the work: the year says only that its time has come. */
@Component
class YearStarts {

    private static final Logger LOG = LoggerFactory.getLogger(YearStarts.class);

    private static final String ACCOUNTING_YEAR = "accountingYear";

    private final Years years;
    private final YearPlan plan;
    private final YearPlanning planning;
    private final YearMeetings meetings;
    private final YearElections elections;
    private final ModelReviews reviews;
    private final Cases cases;

    YearStarts(
            Years years,
            YearPlan plan,
            YearPlanning planning,
            YearMeetings meetings,
            YearElections elections,
            ModelReviews reviews,
            Cases cases) {
        this.years = years;
        this.plan = plan;
        this.planning = planning;
        this.meetings = meetings;
        this.elections = elections;
        this.reviews = reviews;
        this.cases = cases;
    }

    @Transactional
    public void meeting(String clusterId, int year, String itemId) {
        YearItem item = plan.get(clusterId, year, itemId);
        started(item, meetings.around(item).meetingId());
    }

    /** Those of a year that were cancelled since. */
    @Transactional
    public void replaceCancelled(String clusterId) {
        for (Years.Begun begun : years.of(clusterId)) {
            if (begun.closedAt() == null) {
                plan.of(clusterId, begun.year()).stream()
                        .filter(item -> item.kind() == YearKind.MEETING && !item.isOver() && meetings.isCancelled(item))
                        .forEach(planning::isCancelled);
            }
        }
    }

    /** Those that somebody has planned by hand in the meantime: the wheel shows them, and none is begun beside them. */
    @Transactional
    public void takeMeetings(String clusterId) {
        for (Years.Begun begun : years.of(clusterId)) {
            if (begun.closedAt() == null && takeMeetings(clusterId, begun.year())) {
                cases.tell(
                        ClusterYear.PLAN_CHANGED,
                        clusterId,
                        ClusterYear.businessKey(clusterId, begun.year()),
                        Map.of());
            }
        }
    }

    private boolean takeMeetings(String clusterId, int year) {
        boolean hasTaken = false;
        for (YearItem item : plan.of(clusterId, year)) {
            if (item.kind() == YearKind.MEETING && item.isAhead()) {
                Optional<Meeting> found = meetings.planned(item);
                found.ifPresent(meeting -> started(item, meeting.meetingId()));
                hasTaken |= found.isPresent();
            }
        }
        return hasTaken;
    }

    /** Nothing is begun where somebody is being elected already, or the assembly does it: that election is this one. */
    @Transactional
    public void election(String clusterId, int year, String itemId) {
        YearItem item = plan.get(clusterId, year, itemId);
        started(item, elections.begin(item));
    }

    @Transactional
    public void review(String clusterId, int year, String itemId) {
        YearItem item = plan.get(clusterId, year, itemId);
        reviews.begin(clusterId);
        started(item, null);
    }

    @Transactional
    public void accounts(String clusterId, int year, String itemId) {
        tell(ClusterYear.ACCOUNTS_FELL_DUE, plan.get(clusterId, year, itemId));
    }

    @Transactional
    public void assembly(String clusterId, int year, String itemId) {
        tell(ClusterYear.ASSEMBLY_FELL_DUE, plan.get(clusterId, year, itemId));
    }

    /** Both are about the year before. */
    private void tell(String message, YearItem item) {
        if (!cases.startBy(message, item.clusterId(), Map.of(ACCOUNTING_YEAR, item.year() - 1))) {
            throw new IllegalStateException("nobody begins by " + message);
        }
        started(item, null);
    }

    @Transactional
    public void task(String clusterId, int year, String itemId) {
        YearItem item = plan.get(clusterId, year, itemId);
        cases.start(
                YearlyTask.KEY,
                clusterId,
                item.caseKey(),
                Map.of(YearlyTaskVariables.YEAR.name(), (long) year, YearlyTaskVariables.ITEM_ID.name(), itemId));
        started(item, null);
    }

    private void started(YearItem item, @Nullable String reference) {
        plan.started(item, reference);
        LOG.info("{} of {} in {} has begun", item.itemId(), item.year(), item.clusterId());
    }
}
