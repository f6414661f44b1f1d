package dk.klyngeflow.year;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.gatherings.DateRanges;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelVersion;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            List<YearItem> all = meetings(begun);
            YearOutline.meetings(basis, time.today(), held(all), lastNumber(all))
                    .forEach(plan::add);
            plan.clear(clusterId, begun.year(), YearKind.REVIEW);
            YearOutline.review(basis).forEach(plan::add);
            years.laidBy(begun, modelVersion(clusterId), begun.statutesVersion());
            tell(begun);
        }
    }

    /** After new statutes: the assembly and what goes with it, while none of them has begun; a case that runs goes on by those it began with. */
    @Transactional
    public void followStatutes(String clusterId) {
        int version = statutesVersion(clusterId);
        for (Years.Begun begun : years.of(clusterId)) {
            if (begun.closedAt() == null && begun.statutesVersion() != version) {
                layAssemblyAnew(begun);
                years.laidBy(begun, begun.modelVersion(), version);
                tell(begun);
            }
        }
    }

    private void layAssemblyAnew(Years.Begun begun) {
        Optional<YearItem> assembly = plan.find(begun.clusterId(), begun.year(), YearKind.ASSEMBLY.id());
        if (assembly.filter(YearItem::isAhead).isEmpty()) {
            return;
        }
        List<String> byHand = plan.changes(begun.clusterId(), begun.year()).stream()
                .map(YearPlan.Change::itemId)
                .toList();
        LocalDate fixed = assembly.filter(item -> byHand.contains(item.itemId()))
                .map(YearItem::dueOn)
                .orElse(null);
        YearOutline.Basis basis = basis(begun, Moments.later(begun.fromDay(), time.today()));
        List<YearItem> laid = YearOutline.assembly(basis, fixed);
        if (!basis.ends().isCoordinatorsTerm()) {
            plan.clear(begun.clusterId(), begun.year(), YearKind.ELECTION);
        }
        for (YearItem item : laid) {
            plan.add(item);
            plan.find(begun.clusterId(), begun.year(), item.itemId())
                    .filter(there -> there.isAhead() && !byHand.contains(there.itemId()))
                    .ifPresent(there -> plan.layAnew(there, item.days(), note(there, item)));
        }
    }

    private static String note(YearItem there, YearItem laid) {
        return there.dueOn().equals(laid.dueOn())
                ? laid.note()
                : (laid.note() + " Flyttet fra den " + DanishTime.DAY_WITHOUT_YEAR.format(there.dueOn())
                                + ", fordi vedtægterne er ændret.")
                        .strip();
    }

    /** One that was cancelled is planned anew, once, so that the year keeps its number of meetings; where it has no room the wheel says so. */
    @Transactional
    public void isCancelled(YearItem item) {
        Years.Begun begun = years.find(item.clusterId(), item.year()).orElseThrow();
        List<YearItem> all = meetings(begun);
        boolean isInstead = item.note().startsWith(YearOutline.INSTEAD);
        Optional<YearItem> instead = isInstead
                ? Optional.empty()
                : YearOutline.instead(
                        basis(begun),
                        time.today(),
                        item.dueOn(),
                        held(all).stream()
                                .filter(other -> !other.itemId().equals(item.itemId()))
                                .map(YearItem::dueOn)
                                .toList(),
                        lastNumber(all) + 1);
        instead.ifPresent(plan::add);
        plan.lapsed(
                item,
                instead.map(other -> "Mødet er planlagt igen til omkring den "
                                + DanishTime.DAY_WITHOUT_YEAR.format(other.dueOn()) + ".")
                        .orElse(
                                isInstead
                                        ? "Det er aflyst to gange og planlægges ikke igen af sig selv. Koordinatoren kan begynde et møde i Tasklist."
                                        : "Der er ikke plads til et nyt i år. Koordinatoren kan begynde et møde i Tasklist."));
        tell(begun);
    }

    private List<YearItem> meetings(Years.Begun begun) {
        return plan.of(begun.clusterId(), begun.year()).stream()
                .filter(item -> item.kind() == YearKind.MEETING)
                .toList();
    }

    private static List<YearItem> held(List<YearItem> meetings) {
        return meetings.stream().filter(item -> !item.progress().isDropped()).toList();
    }

    private static int lastNumber(List<YearItem> meetings) {
        return meetings.stream().mapToInt(YearItem::number).max().orElse(0);
    }

    private void tell(Years.Begun begun) {
        cases.tell(
                ClusterYear.PLAN_CHANGED,
                begun.clusterId(),
                ClusterYear.businessKey(begun.clusterId(), begun.year()),
                Map.of());
    }

    private YearOutline.Basis basis(Years.Begun begun) {
        return basis(begun, begun.fromDay());
    }

    private YearOutline.Basis basis(Years.Begun begun, LocalDate from) {
        String cluster = begun.clusterId();
        Statutes applying = statutes.today(cluster);
        return new YearOutline.Basis(
                cluster,
                begun.year(),
                from,
                hasYear(cluster, begun.year() - 1),
                new YearOutline.Agreed(
                        models.inForce(cluster)
                                .map(ModelVersion::choices)
                                .orElse(Choices.NONE)
                                .orUsual(),
                        applying,
                        SchoolHolidays.of(settings.get(cluster, DateRanges.SCHOOL_HOLIDAYS))),
                ends.in(cluster, begun.year()),
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
