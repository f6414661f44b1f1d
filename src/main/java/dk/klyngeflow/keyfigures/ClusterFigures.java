package dk.klyngeflow.keyfigures;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TasksNow;
import dk.klyngeflow.engine.TasksNow.Open;
import dk.klyngeflow.mail.MailsByState;
import dk.klyngeflow.mail.MailsByState.Counted;
import dk.klyngeflow.mail.MailsByState.Trouble;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.pages.CasesUnderWay;
import dk.klyngeflow.pages.CasesUnderWay.Standing;
import dk.klyngeflow.pages.YearlyFigures;
import dk.klyngeflow.pages.YearlyFigures.Yearly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what every stage says of its cases and its years: one statement of each, however old the cluster is. */
@Component
class ClusterFigures {

    private final ObjectProvider<CasesUnderWay> cases;
    private final ObjectProvider<YearlyFigures> years;
    private final KeptYears kept;
    private final TasksNow tasks;
    private final MailsByState mails;
    private final Duties duties;
    private final CopenhagenTime time;

    ClusterFigures(
            ObjectProvider<CasesUnderWay> cases,
            ObjectProvider<YearlyFigures> years,
            KeptYears kept,
            TasksNow tasks,
            MailsByState mails,
            Duties duties,
            CopenhagenTime time) {
        this.cases = cases;
        this.years = years;
        this.kept = kept;
        this.tasks = tasks;
        this.mails = mails;
        this.duties = duties;
        this.time = time;
    }

    /** @param duty Danish, in the infinitive @param longest when the one that is most overdue was due */
    record Overdue(String clusterId, String duty, int count, Instant longest) {}

    /** @param cases what has stood still longest comes first */
    record OfCluster(List<Standing> cases, List<Overdue> overdue, List<Counted> mails, List<Yearly> years) {}

    record OfAll(List<Standing> cases, List<Overdue> overdue, List<Trouble> mails, List<Yearly> years) {}

    OfCluster of(String clusterId) {
        List<Open> open = tasks.of(clusterId);
        return new OfCluster(
                standings(clusterId, open),
                overdue(open),
                mails.of(clusterId),
                years.orderedStream()
                        .flatMap(room -> room.of(clusterId).stream())
                        .toList());
    }

    /** @param fromYear of single clusters; of all together every year */
    OfAll across(int fromYear) {
        List<Open> open = tasks.of(null);
        return new OfAll(
                standings(null, open),
                overdue(open),
                mails.troubles(),
                Stream.concat(
                                years.orderedStream().flatMap(room -> room.across(fromYear).stream()),
                                kept.all().stream())
                        .toList());
    }

    /** Cases without rows of their own stand where their tasks are. */
    private List<Standing> standings(@Nullable String clusterId, List<Open> open) {
        List<CasesUnderWay> rooms = cases.orderedStream().toList();
        Set<String> told =
                rooms.stream().flatMap(room -> room.processes().stream()).collect(Collectors.toSet());
        List<Standing> found = new ArrayList<>();
        rooms.forEach(room -> found.addAll(room.in(clusterId)));
        open.stream()
                .filter(task -> !told.contains(task.process()))
                .map(task ->
                        new Standing(task.clusterId(), "Opgave", task.title(), "", nameOf(task.duty()), task.since()))
                .forEach(found::add);
        found.sort(Comparator.comparing(Standing::since).thenComparing(Standing::called));
        return found;
    }

    private List<Overdue> overdue(List<Open> open) {
        Instant now = time.now();
        Map<List<String>, List<Instant>> late = new TreeMap<>(Comparator.comparing(List::toString));
        for (Open task : open) {
            Instant due = task.due();
            if (due != null && task.isOverdueAt(now)) {
                late.computeIfAbsent(List.of(task.clusterId(), nameOf(task.duty())), key -> new ArrayList<>())
                        .add(due);
            }
        }
        return late.entrySet().stream()
                .map(each -> new Overdue(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getValue().size(),
                        each.getValue().stream().min(Comparator.naturalOrder()).orElseThrow()))
                .sorted(Comparator.comparing(Overdue::longest))
                .toList();
    }

    private String nameOf(String duty) {
        return duties.find(duty).map(Duty::danish).orElse("Andet");
    }
}
