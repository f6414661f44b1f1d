package dk.klyngeflow.keyfigures;

import dk.klyngeflow.documents.CsvTable;
import dk.klyngeflow.documents.Spreadsheets.Oere;
import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.keyfigures.ClusterFigures.OfCluster;
import dk.klyngeflow.keyfigures.ClusterFigures.Overdue;
import dk.klyngeflow.keyfigures.YearWords.Year;
import dk.klyngeflow.mail.MailsByState.Counted;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.BarPlaces;
import dk.klyngeflow.pages.CasesUnderWay.Standing;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.pages.YearlyFigures.KeyFigure;
import dk.klyngeflow.pages.YearlyFigures.Unit;
import dk.klyngeflow.pages.YearlyFigures.Yearly;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /noegletal/{cluster}}: where each case of a cluster stands, and how its years went. */
@Controller
class KeyFiguresPage implements StartPageLinks {

    static final String PATH = "/noegletal/";

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};
    private static final EnumSet<KeyFigure> MEETINGS = EnumSet.range(KeyFigure.MEETINGS_HELD, KeyFigure.ATTENDANCE);
    private static final long CENTS = 10;
    private static final long PER_TEN_THOUSAND = 10_000;

    private final CurrentPerson person;
    private final Clusters clusters;
    private final ClusterFigures figures;
    private final ObjectProvider<BarPlaces> places;
    private final CopenhagenTime time;

    KeyFiguresPage(
            CurrentPerson person,
            Clusters clusters,
            ClusterFigures figures,
            ObjectProvider<BarPlaces> places,
            CopenhagenTime time) {
        this.person = person;
        this.clusters = clusters;
        this.figures = figures;
        this.places = places;
        this.time = time;
    }

    /** @param href empty when she may not open it, or there is no page */
    public record Line(String kind, String called, String href, String stands, String since, String ago) {}

    public record Late(String duty, int count, String longest) {}

    /** One figure of the table: its heading and what is read from a year. */
    public record Column(KeyFigure figure, String heading) {}

    /** What belongs together, so narrow that it can be read. */
    public record Table(String caption, List<Column> columns, List<Year> years) {}

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), STAFF))
                .map(
                        cluster -> new Link(
                                "Klyngens tal for " + cluster.name(),
                                PATH + cluster.id(),
                                "Hvor hver sag står, hvor længe det tager, hvem der svarer, og hvad pengene er brugt til, år for år."))
                .toList();
    }

    @GetMapping("/noegletal/{cluster}")
    String show(@PathVariable String cluster, Model model) {
        OfCluster now = read(cluster);
        List<Year> years = YearWords.years(now.years(), cluster);
        model.addAttribute("cluster", known(cluster));
        model.addAttribute("cases", now.cases().stream().map(this::line).toList());
        model.addAttribute(
                "overdue", now.overdue().stream().map(KeyFiguresPage::late).toList());
        model.addAttribute(
                "late", now.overdue().stream().mapToInt(Overdue::count).sum());
        model.addAttribute("mails", now.mails());
        model.addAttribute(
                "written", now.mails().stream().mapToLong(Counted::count).sum());
        model.addAttribute("years", years);
        model.addAttribute("tables", tables(years));
        model.addAttribute(
                "charts",
                List.of(
                                YearWords.chart(
                                        "dage",
                                        "Hvor mange dage det tager",
                                        KeyFigure.DAYS_TO_PAID,
                                        KeyFigure.DAYS_TO_INVITATION,
                                        years),
                                YearWords.chart(
                                        "svar",
                                        "Hvor mange der svarer, og hvor mange der kommer",
                                        KeyFigure.REPLIES,
                                        KeyFigure.ATTENDANCE,
                                        years),
                                YearWords.chart(
                                        "penge", "Udgifter og budget", KeyFigure.EXPENSES, KeyFigure.BUDGET, years))
                        .stream()
                        .filter(chart -> !chart.isEmpty())
                        .toList());
        return "keyfigures/cluster";
    }

    @GetMapping("/noegletal/{cluster}/sager.csv")
    ResponseEntity<byte[]> cases(@PathVariable String cluster) {
        return csv(
                "sager-" + cluster,
                new Sheet(
                        "Sager",
                        List.of("Slags", "Sag", "Hvor den står", "Siden"),
                        read(cluster).cases().stream()
                                .map(each ->
                                        Arrays.<Object>asList(each.kind(), each.called(), each.stands(), each.since()))
                                .toList()));
    }

    @GetMapping("/noegletal/{cluster}/aar.csv")
    ResponseEntity<byte[]> years(@PathVariable String cluster) {
        return csv(
                "aar-" + cluster,
                new Sheet(
                        "År",
                        List.of("År", "Tal", "Værdi", "Enhed", "Regnet af"),
                        read(cluster).years().stream()
                                .sorted(Comparator.comparingInt(Yearly::year).thenComparing(Yearly::figure))
                                .map(each -> Arrays.<Object>asList(
                                        each.year(),
                                        each.figure().danish(),
                                        value(each),
                                        each.figure().unit().danish(),
                                        each.figure().unit() == Unit.MONEY ? null : each.outOf()))
                                .toList()));
    }

    private OfCluster read(String cluster) {
        person.require(cluster, STAFF);
        known(cluster);
        return figures.of(cluster);
    }

    private Cluster known(String cluster) {
        return clusters.find(cluster).orElseThrow(Refused::notFound);
    }

    /** With a decimal comma where it has decimals. */
    static Object value(Yearly yearly) {
        return switch (yearly.figure().unit()) {
            case NUMBER -> yearly.value();
            case DAYS -> new Oere(yearly.value() * CENTS);
            case SHARE -> new Oere(Math.round((double) PER_TEN_THOUSAND * yearly.value() / yearly.outOf()));
            case MONEY -> new Oere(yearly.value());
        };
    }

    static ResponseEntity<byte[]> csv(String name, Sheet sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CsvTable.write(sheet, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(out.toByteArray());
    }

    /** Of a figure of which no year knows anything there is no column. */
    static List<Column> columns(List<Year> years, Collection<KeyFigure> of) {
        return Arrays.stream(KeyFigure.values())
                .filter(of::contains)
                .filter(figure -> years.stream().anyMatch(year -> year.known().containsKey(figure)))
                .map(figure -> new Column(figure, figure.danish()))
                .toList();
    }

    private static List<Table> tables(List<Year> years) {
        return Stream.of(
                        table("Møder", MEETINGS, years),
                        table("Regninger og penge", EnumSet.complementOf(MEETINGS), years))
                .filter(table -> !table.columns().isEmpty())
                .toList();
    }

    private static Table table(String caption, EnumSet<KeyFigure> of, List<Year> years) {
        return new Table(
                caption,
                columns(years, of),
                years.stream()
                        .filter(year -> year.known().keySet().stream().anyMatch(of::contains))
                        .toList());
    }

    private Line line(Standing standing) {
        Instant now = time.now();
        return new Line(
                standing.kind(),
                standing.called(),
                mayOpen(standing) ? standing.href() : "",
                standing.stands(),
                YearWords.day(standing.since()),
                YearWords.ago(standing.since(), now));
    }

    /** A place in the bar says who goes there; what stands nowhere in it is for all who see this page. */
    private boolean mayOpen(Standing standing) {
        return places.stream()
                .flatMap(module -> module.places().stream())
                .filter(place -> standing.href().startsWith(place.path()))
                .allMatch(place -> person.isAdministrator()
                        || person.hasRole(standing.clusterId(), place.roles().toArray(Role[]::new)));
    }

    private static Late late(Overdue overdue) {
        return new Late(overdue.duty(), overdue.count(), YearWords.day(Objects.requireNonNull(overdue.longest())));
    }
}
