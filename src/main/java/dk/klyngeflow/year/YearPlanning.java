package dk.klyngeflow.year;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.DateRanges;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelVersion;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the items of a year by what the cluster has agreed on, and lays anew what has not begun when it agrees on something else. */
@Component
class YearPlanning {

    private static final LocalTime EARLY = LocalTime.of(7, 0);

    private final Years years;
    private final YearPlan plan;
    private final YearEnds ends;
    private final LocalModels models;
    private final StatutesVersions statutes;
    private final AccountingYears books;
    private final ClusterSettings settings;
    private final Cases cases;
    private final CopenhagenTime time;

    YearPlanning(
            Years years,
            YearPlan plan,
            YearEnds ends,
            LocalModels models,
            StatutesVersions statutes,
            AccountingYears books,
            ClusterSettings settings,
            Cases cases,
            CopenhagenTime time) {
        this.years = years;
        this.plan = plan;
        this.ends = ends;
        this.models = models;
        this.statutes = statutes;
        this.books = books;
        this.settings = settings;
        this.cases = cases;
        this.time = time;
    }

    /** What is laid already stays. @return when the next year begins */
    @Transactional
    public Instant plan(String clusterId, int year) {
        Years.Begun begun = years.find(clusterId, year)
                .orElseThrow(() -> new IllegalStateException("year " + year + " of " + clusterId + " has not begun"));
        YearOutline.of(basis(begun), time.today()).forEach(plan::add);
        years.laidBy(begun, modelVersion(clusterId), statutesVersion(clusterId));
        return CopenhagenTime.at(years.nextYearFrom(clusterId, year), EARLY);
    }

    /** After a new model: the meetings that have not begun, and the review. What somebody has put on its day stays there. */
    @Transactional
    public void followModel(String clusterId) {
        for (Years.Begun begun : years.of(clusterId)) {
            if (begun.closedAt() != null || begun.modelVersion() == modelVersion(clusterId)) {
                continue;
            }
            YearOutline.Basis basis = basis(begun);
            plan.clear(clusterId, begun.year(), YearKind.MEETING);
            List<YearItem> there = plan.of(clusterId, begun.year()).stream()
                    .filter(item ->
                            item.kind() == YearKind.MEETING && !item.progress().isDropped())
                    .toList();
            YearOutline.meetings(basis, time.today(), there).forEach(plan::add);
            plan.clear(clusterId, begun.year(), YearKind.REVIEW);
            YearOutline.review(basis).forEach(plan::add);
            years.laidBy(begun, modelVersion(clusterId), begun.statutesVersion());
            cases.tell(ClusterYear.PLAN_CHANGED, clusterId, ClusterYear.businessKey(clusterId, begun.year()), Map.of());
        }
    }

    private YearOutline.Basis basis(Years.Begun begun) {
        String cluster = begun.clusterId();
        Statutes applying = statutes.today(cluster);
        return new YearOutline.Basis(
                cluster,
                begun.year(),
                begun.fromDay(),
                hasYear(cluster, begun.year() - 1),
                new YearOutline.Agreed(
                        models.inForce(cluster)
                                .map(ModelVersion::choices)
                                .orElse(Choices.NONE)
                                .orUsual(),
                        applying,
                        SchoolHolidays.of(settings.get(cluster, DateRanges.SCHOOL_HOLIDAYS))),
                ends.in(cluster, begun.year(), applying),
                new YearOutline.Weeks(
                        settings.get(cluster, YearSettings.MEETING_WEEKS),
                        settings.get(cluster, YearSettings.ASSEMBLY_WEEKS),
                        settings.get(cluster, YearSettings.ELECTION_WEEKS)));
    }

    private boolean hasYear(String clusterId, int year) {
        return years.find(clusterId, year).isPresent()
                || books.withVouchers(clusterId).contains(year);
    }

    private int modelVersion(String clusterId) {
        return models.inForce(clusterId).map(ModelVersion::version).orElse(0);
    }

    private int statutesVersion(String clusterId) {
        return statutes.today(clusterId).version();
    }
}
