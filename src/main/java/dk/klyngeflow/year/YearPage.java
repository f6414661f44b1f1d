package dk.klyngeflow.year;

import dk.klyngeflow.calendar.CalendarFeeds;
import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.BarPlaces;
import dk.klyngeflow.pages.CaseAddress;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /aarshjul/{cluster}}: the year as a wheel and as a table; items are moved here. */
@Controller
@RequestMapping("/aarshjul/{cluster}")
class YearPage implements StartPageLinks, BarPlaces {

    static final String PATH = "/aarshjul/";
    static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private static final Role[] LEADING = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};
    private static final int LONGEST_REASON = 1_000;
    private static final Set<String> WHAT =
            Arrays.stream(YearPlan.What.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Years years;
    private final YearPlan plan;
    private final YearStates states;
    private final YearChanges changes;
    private final People people;
    private final CalendarFeeds feeds;
    private final ObjectProvider<CaseAddress> addresses;
    private final AgainOnConflict again;
    private final CopenhagenTime time;

    YearPage(
            CurrentPerson person,
            Clusters clusters,
            Years years,
            YearPlan plan,
            YearStates states,
            YearChanges changes,
            People people,
            CalendarFeeds feeds,
            ObjectProvider<CaseAddress> addresses,
            AgainOnConflict again,
            CopenhagenTime time) {
        this.person = person;
        this.clusters = clusters;
        this.years = years;
        this.plan = plan;
        this.states = states;
        this.changes = changes;
        this.people = people;
        this.feeds = feeds;
        this.addresses = addresses;
        this.again = again;
        this.time = time;
    }

    /** @param place empty when it has no page of its own; @param paper where the PDF is, or empty */
    record Row(int number, String id, String title, String note, String day, String state, String said, Ways ways) {}

    record Ways(String place, String paper, boolean canBeChanged, boolean canBeMoved, String iso) {}

    record Story(String when, String what, String title, String reason, String by) {}

    /** What was typed when it was refused. */
    record Typed(String item, String what, String day, String reason) {
        static final Typed NOTHING = new Typed("", "MOVED", "", "");
    }

    @GetMapping
    String show(
            @PathVariable String cluster,
            @RequestParam(name = "aar", required = false) @Nullable String year,
            Model model) {
        person.require(cluster, STAFF);
        return page(
                cluster,
                year == null ? time.today().getYear() : YearRoutes.year(year),
                List.of(),
                Typed.NOTHING,
                model);
    }

    /** Everybody who works for the cluster reads the reason below the wheel. */
    @PostMapping("/{year}/{item}")
    String change(
            @PathVariable String cluster,
            @PathVariable String year,
            @PathVariable String item,
            @RequestParam(defaultValue = "MOVED") String what,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        person.require(cluster, LEADING);
        int which = YearRoutes.year(year);
        if (plan.find(cluster, which, item).isEmpty()) {
            throw Refused.notFound();
        }
        YearChanges.Wish wish;
        try {
            wish = read(item, what, day, reason);
            again.call(() -> {
                changes.make(cluster, which, wish, person.requireId());
                return wish;
            });
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(cluster, which, refused.messages(), new Typed(item, what, day, reason), model);
        }
        boolean isOnAFreeDay = wish.what() == YearPlan.What.MOVED && !WorkingDays.isWorkingDay(wish.day());
        after.addFlashAttribute(
                "done",
                "Årshjulet er ændret. Grunden står nederst på siden."
                        + (isOnAFreeDay
                                ? " Bemærk: den " + DanishTime.DAY_WITHOUT_YEAR.format(wish.day())
                                        + " er en helligdag eller ligger i en weekend."
                                : ""));
        return "redirect:" + PATH + cluster + "?aar=" + which;
    }

    private YearChanges.Wish read(String item, String what, String day, String reason) {
        FormFields fields = FormFields.of(
                Map.of("what", what, "day", day, "reason", reason.replace("\r\n", "\n")),
                Set.of("what", "day", "reason"));
        String chosen = fields.choice("what", WHAT, "Vælg, om punktet flyttes, er gjort eller udgår.");
        boolean isMoved = chosen.equals(YearPlan.What.MOVED.name());
        boolean hasDay = !chosen.equals(YearPlan.What.DROPPED.name());
        if (hasDay) {
            fields.required("day", "Dagen");
        }
        LocalDate typed = isMoved ? fields.dayAhead("day", "Dagen") : hasDay ? fields.day("day", "Dagen") : null;
        String why = fields.requiredParagraphs("reason", "Grunden");
        if (why.length() > LONGEST_REASON) {
            fields.wrong("Grunden må højst fylde 1.000 tegn.");
        }
        fields.refuseIfWrong();
        return new YearChanges.Wish(
                item, YearPlan.What.valueOf(chosen), hasDay ? Objects.requireNonNull(typed) : time.today(), why);
    }

    /** Makes the address where she has none; the same one as for her meetings. */
    @PostMapping("/kalender")
    String calendar(@PathVariable String cluster, RedirectAttributes after) {
        person.require(cluster, STAFF);
        after.addFlashAttribute("feed", feeds.url(cluster, person.requireId()));
        return "redirect:" + PATH + cluster;
    }

    private String page(String cluster, int year, List<String> wrong, Typed typed, Model model) {
        List<YearStates.Seen> items = states.of(cluster, year);
        List<Integer> begun =
                years.of(cluster).stream().map(Years.Begun::year).sorted().toList();
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute("year", year);
        model.addAttribute("others", begun.stream().filter(each -> each != year).toList());
        model.addAttribute("hasYear", begun.contains(year));
        model.addAttribute("wheel", data(YearWheel.svg(year, time.today(), items)));
        model.addAttribute("inWords", YearWheel.inWords(year, items));
        List<Row> rows = items.stream().map(this::row).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("canChange", rows.stream().anyMatch(row -> row.ways().canBeChanged()));
        model.addAttribute(
                "late",
                items.stream().filter(seen -> seen.state() == StateOfItem.LATE).count());
        model.addAttribute("stories", stories(cluster, year));
        model.addAttribute("mayLead", person.hasRole(cluster, LEADING));
        model.addAttribute("wrong", wrong);
        model.addAttribute("typed", typed);
        return "year/wheel";
    }

    private Row row(YearStates.Seen seen) {
        YearItem item = seen.item();
        String key = seen.caseKey();
        String place = key == null
                ? ""
                : addresses.stream()
                        .flatMap(each -> each.of(item.clusterId(), key).stream())
                        .map(CaseAddress.Page::href)
                        .findFirst()
                        .orElse("");
        String document = item.progress().documentId();
        boolean isOver = seen.state() == StateOfItem.DONE || seen.state() == StateOfItem.DROPPED;
        return new Row(
                seen.number(),
                item.itemId(),
                seen.title(),
                item.note(),
                DanishTime.DAY_WITHOUT_YEAR.format(seen.day()),
                seen.state().danish(),
                seen.said(),
                new Ways(
                        place,
                        document == null
                                ? ""
                                : "/api/clusters/" + item.clusterId() + "/documents/" + document + "/original",
                        !isOver && !(item.isStarted() && item.kind().due() == YearTurn.Due.TASK) && key == null,
                        !item.isStarted(),
                        item.dueOn().toString()));
    }

    private List<Story> stories(String cluster, int year) {
        return plan.changes(cluster, year).stream()
                .map(change -> new Story(
                        DanishTime.MOMENT_IN_FIGURES.format(change.changedAt().atZone(CopenhagenTime.ZONE)),
                        switch (change.what()) {
                            case MOVED ->
                                "Flyttet fra den " + DanishTime.DAY_WITHOUT_YEAR.format(change.fromDay()) + " til den "
                                        + DanishTime.DAY_WITHOUT_YEAR.format(change.toDay());
                            case DONE, DROPPED -> change.what().danish();
                        },
                        plan.find(cluster, year, change.itemId())
                                .map(YearItem::title)
                                .orElse(""),
                        change.reason(),
                        people.nameOf(change.changedBy())))
                .toList();
    }

    private static String data(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Place> places() {
        return List.of(new Place("Årshjul", PATH, List.of(STAFF)));
    }

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), STAFF))
                .map(cluster -> new Link(
                        "Årshjul i " + cluster.name(), PATH + cluster.id(), "Hvad året byder på, og hvor langt I er."))
                .toList();
    }
}
