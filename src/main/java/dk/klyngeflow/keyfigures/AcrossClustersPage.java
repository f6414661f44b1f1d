package dk.klyngeflow.keyfigures;

import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.keyfigures.ClusterFigures.OfAll;
import dk.klyngeflow.keyfigures.ClusterFigures.Overdue;
import dk.klyngeflow.keyfigures.YearWords.Year;
import dk.klyngeflow.mail.MailsByState.Trouble;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.CasesUnderWay.Standing;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.pages.YearlyFigures.KeyFigure;
import dk.klyngeflow.pages.YearlyFigures.Yearly;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /noegletal}: for the administrator, where cases stand still, cluster by cluster. Who answers and comes is not here. */
@Controller
class AcrossClustersPage implements StartPageLinks {

    private static final int MOST_CASES = 30;
    private static final List<KeyFigure> SHOWN = List.of(
            KeyFigure.MEETINGS_HELD,
            KeyFigure.DAYS_TO_INVITATION,
            KeyFigure.INVOICES_PAID,
            KeyFigure.DAYS_TO_PAID,
            KeyFigure.EXPENSES,
            KeyFigure.BUDGET);

    private final CurrentPerson person;
    private final Clusters clusters;
    private final ClusterFigures figures;
    private final CopenhagenTime time;

    AcrossClustersPage(CurrentPerson person, Clusters clusters, ClusterFigures figures, CopenhagenTime time) {
        this.person = person;
        this.clusters = clusters;
        this.figures = figures;
        this.time = time;
    }

    /** @param oldest since when the case that has stood still longest has; empty without cases */
    public record Line(
            Cluster cluster, int cases, String oldest, int overdue, long waiting, long failed, List<Cell> cells) {}

    /** @param now of this year @param before of the last one; both empty when nothing is known */
    public record Cell(String heading, String now, String before) {}

    public record Still(String cluster, String what, String href, String stands, String since, String ago) {}

    @Override
    public List<Link> links() {
        return person.isAdministrator()
                ? List.of(new Link(
                        "Klyngernes tal",
                        "/noegletal",
                        "Hvor sager står stille, hvad der er over tiden, og hvor længe det tager, klynge for klynge."))
                : List.of();
    }

    @GetMapping("/noegletal")
    String show(Model model) {
        require();
        int year = time.today().getYear();
        OfAll now = figures.across(year - 1);
        List<Cluster> all = clusters.all();
        List<Year> years = YearWords.years(now.years(), Yearly.ALL);
        model.addAttribute("year", year);
        model.addAttribute("lines", lines(all, now, year));
        model.addAttribute("headings", SHOWN.stream().map(KeyFigure::danish).toList());
        model.addAttribute("still", still(all, now));
        model.addAttribute("years", years);
        model.addAttribute("columns", KeyFiguresPage.columns(years, SHOWN));
        model.addAttribute(
                "chart",
                YearWords.chart(
                        "dage",
                        "Hvor mange dage det tager, alle klynger",
                        KeyFigure.DAYS_TO_PAID,
                        KeyFigure.DAYS_TO_INVITATION,
                        years));
        return "keyfigures/across";
    }

    @GetMapping("/noegletal.csv")
    ResponseEntity<byte[]> csv() {
        require();
        int year = time.today().getYear();
        OfAll now = figures.across(year - 1);
        Map<List<Object>, Yearly> known = known(now);
        List<String> headings = new ArrayList<>(List.of(
                "Klynge", "År", "Sager i gang", "Opgaver over tiden", "Mails, der venter", "Mails, der ikke kom frem"));
        SHOWN.forEach(
                figure -> headings.add(figure.danish() + " (" + figure.unit().danish() + ")"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Line line : lines(clusters.all(), now, year)) {
            List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                    line.cluster().name(), year, line.cases(), line.overdue(), line.waiting(), line.failed()));
            SHOWN.forEach(figure -> {
                Yearly yearly = known.get(List.of(line.cluster().id(), figure, year));
                cells.add(yearly == null ? null : KeyFiguresPage.value(yearly));
            });
            rows.add(cells);
        }
        return KeyFiguresPage.csv("klynger-" + year, new Sheet("Klynger", headings, rows));
    }

    private void require() {
        person.requireId();
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
    }

    private static Map<List<Object>, Yearly> known(OfAll now) {
        Map<List<Object>, Yearly> known = new HashMap<>();
        now.years().forEach(each -> known.put(List.of(each.clusterId(), each.figure(), each.year()), each));
        return known;
    }

    private static List<Line> lines(List<Cluster> all, OfAll now, int year) {
        Map<List<Object>, Yearly> known = known(now);
        Map<String, List<Standing>> cases = now.cases().stream().collect(Collectors.groupingBy(Standing::clusterId));
        Map<String, Integer> late = now.overdue().stream()
                .collect(Collectors.groupingBy(Overdue::clusterId, Collectors.summingInt(Overdue::count)));
        Map<String, Trouble> mails =
                now.mails().stream().collect(Collectors.toMap(Trouble::clusterId, Function.identity()));
        return all.stream()
                .map(cluster -> {
                    List<Standing> hers = cases.getOrDefault(cluster.id(), List.of());
                    Trouble trouble = mails.getOrDefault(cluster.id(), new Trouble(cluster.id(), 0, 0));
                    return new Line(
                            cluster,
                            hers.size(),
                            hers.isEmpty() ? "" : YearWords.day(hers.get(0).since()),
                            late.getOrDefault(cluster.id(), 0),
                            trouble.waiting(),
                            trouble.failed(),
                            SHOWN.stream()
                                    .map(figure -> new Cell(
                                            figure.danish(),
                                            inWords(known.get(List.of(cluster.id(), figure, year))),
                                            inWords(known.get(List.of(cluster.id(), figure, year - 1)))))
                                    .toList());
                })
                .toList();
    }

    private static String inWords(@Nullable Yearly yearly) {
        return yearly == null ? "" : YearWords.inWords(yearly);
    }

    private List<Still> still(List<Cluster> all, OfAll now) {
        Map<String, String> names = all.stream().collect(Collectors.toMap(Cluster::id, Cluster::name));
        Instant moment = time.now();
        return now.cases().stream()
                .limit(MOST_CASES)
                .map(each -> new Still(
                        Objects.requireNonNullElse(names.get(each.clusterId()), "Ny klynge"),
                        each.kind() + " " + each.called(),
                        each.href(),
                        each.stands(),
                        YearWords.day(each.since()),
                        YearWords.ago(each.since(), moment)))
                .toList();
    }
}
