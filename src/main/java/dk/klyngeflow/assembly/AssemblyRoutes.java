package dk.klyngeflow.assembly;

import dk.klyngeflow.archive.Closing;
import dk.klyngeflow.assemblies.AssemblyAgenda;
import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.EveningRecord;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of an assembly show. */
@RestController
@RequestMapping("/api/clusters/{cluster}/assemblies")
class AssemblyRoutes {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;
    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final AssemblyAgenda agenda;
    private final AssemblyPaper paper;
    private final AssemblyNotices notices;
    private final AssemblyMinutes minutes;
    private final AssemblyEvening evening;
    private final StatutesVersions statutes;
    private final People people;
    private final OrdinaryYears years;
    private final Closing closing;
    private final CopenhagenTime time;

    AssemblyRoutes(
            CurrentPerson person,
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            AssemblyAgenda agenda,
            AssemblyPaper paper,
            AssemblyNotices notices,
            AssemblyMinutes minutes,
            AssemblyEvening evening,
            StatutesVersions statutes,
            People people,
            OrdinaryYears years,
            Closing closing,
            CopenhagenTime time) {
        this.person = person;
        this.assemblies = assemblies;
        this.planning = planning;
        this.agenda = agenda;
        this.paper = paper;
        this.notices = notices;
        this.minutes = minutes;
        this.evening = evening;
        this.statutes = statutes;
        this.people = people;
        this.years = years;
        this.closing = closing;
        this.time = time;
    }

    /** @param late what it means that this year's assembly is late; empty when it is not */
    record Offer(String year, String rules, String late) {}

    record Choosable(String id, String name, boolean up) {}

    /** Before the day is fixed. @param latest by which the statutes want it; empty when they want none */
    record Plan(
            String earliest,
            String wellAnnounced,
            String latest,
            String times,
            String minutes,
            List<Choosable> posts,
            String seats) {}

    record Point(int number, String title) {}

    /** What goes out with the notice. @param late why it cannot; empty when it can */
    record Call(
            String lastSend,
            String late,
            List<Point> points,
            List<AssemblyPaper.Put> proposals,
            List<AssemblyPaper.Stands> candidates,
            String missing,
            String elsewhere,
            String opinion) {}

    /** The evening and its minutes. */
    record Held(
            String page,
            String attest,
            String draft,
            List<Choosable> people,
            String chairedBy,
            String keptBy,
            String unsigned) {}

    /**
     * Of an association that is dissolved.
     *
     * @param first what is in the way of closing; empty when nothing is
     * @param confirm what is to be confirmed
     */
    record WindUp(
            String first, List<Said> confirm, List<Said> happens, String settlement, String keeper, String archive) {

        static final WindUp NONE = new WindUp("", List.of(), List.of(), "", "", "");
    }

    record Said(String text) {}

    record View(
            String title,
            String matter,
            String when,
            String place,
            Plan plan,
            Call call,
            Held evening,
            WindUp windUp) {}

    /** Before one is begun. */
    @GetMapping("/offer")
    Offer offer(@PathVariable String cluster) {
        person.require(cluster, STAFF);
        Statutes now = statutes.today(cluster);
        int year = years.offered(cluster);
        return new Offer(
                String.valueOf(year),
                "Indkaldelse " + now.notices().noticeDays() + " dage før, forslag "
                        + now.notices().proposalDays() + " dage før"
                        + (years.isLate(cluster, year)
                                ? "."
                                : "; den ordinære om regnskabet for " + year + " senest "
                                        + DanishTime.DAY.format(AssemblyTimes.lastOrdinary(now, year)) + "."),
                years.late(cluster, year));
    }

    @GetMapping("/{id}")
    View one(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, STAFF);
        CalledAssembly assembly = assemblies.find(cluster, id).orElseThrow(Refused::notFound);
        Meeting meeting = planning.meeting(assembly);
        return new View(
                assembly.title(),
                assembly.matter().matter(),
                meeting.fromTo(),
                meeting.place(),
                plan(assembly, meeting),
                call(assembly, meeting),
                held(assembly),
                assembly.is(AssemblyStatus.DONE) && assembly.matter().item() == AssemblyItem.DISSOLUTION
                        ? windUp(assembly)
                        : WindUp.NONE);
    }

    private WindUp windUp(CalledAssembly assembly) {
        Closing.Outlook outlook = closing.outlook(assembly.clusterId());
        return new WindUp(
                String.join("\n", outlook.inTheWay()),
                outlook.toConfirm().stream().map(Said::new).toList(),
                outlook.happens().stream().map(Said::new).toList(),
                assembly.record().settlement(),
                assembly.record().archiveKeeper(),
                "/arkiv/" + assembly.clusterId() + "/arkiv.zip");
    }

    private Plan plan(CalledAssembly assembly, Meeting meeting) {
        Statutes by = planning.statutes(assembly);
        AssemblyTimes.Window window = planning.window(assembly);
        Integer year = assembly.matter().accountingYear();
        LocalDate latest = window.latest() != null || year == null || !assembly.isOrdinary()
                ? window.latest()
                : AssemblyTimes.lastOrdinary(by, year);
        List<String> up = assembly.matter().postsUp();
        return new Plan(
                DanishTime.WEEKDAY.format(window.earliest()),
                assembly.isOrdinary()
                        ? "fra " + DanishTime.WEEKDAY.format(AssemblyTimes.wellAnnounced(by, time.today()))
                        : "",
                latest == null ? "" : DanishTime.WEEKDAY.format(latest),
                "",
                String.valueOf(meeting.minutes()),
                assembly.matter().item() == AssemblyItem.ALL
                        ? PlanAssemblyContract.ELECTED.stream()
                                .map(post -> new Choosable(post.name(), post.danish(), up.contains(post.name())))
                                .toList()
                        : List.of(),
                assembly.matter().seats() == 0
                        ? ""
                        : String.valueOf(assembly.matter().seats()));
    }

    private Call call(CalledAssembly assembly, Meeting meeting) {
        boolean isDated = meeting.startsAt() != null;
        return new Call(
                isDated ? CopenhagenTime.inWords(planning.dates(assembly).lastSend()) : "",
                isDated ? text(notices.lateness(assembly)) : "",
                agenda.of(assembly).stream()
                        .map(point -> new Point(point.number(), point.title()))
                        .toList(),
                paper.put(assembly),
                paper.candidates(assembly),
                String.join("\n", notices.missing(assembly)),
                assembly.notice().postsElsewhere(),
                assembly.notice().opinion());
    }

    private Held held(CalledAssembly assembly) {
        boolean isOver = evening.isOver(assembly);
        EveningRecord evenings = evening.record(assembly).orElse(null);
        String attest = assembly.notice().attestId();
        CalledAssembly.Minutes record = assembly.record();
        return new Held(
                AssemblyEvening.page(assembly),
                attest == null ? "" : "/api/clusters/" + assembly.clusterId() + "/documents/" + attest + "/original",
                !isOver ? "" : record.minutes().isBlank() ? minutes.draft(assembly) : record.minutes(),
                people.of(assembly.clusterId()).stream()
                        .map(each -> choosable(each))
                        .toList(),
                evenings == null ? "" : called(assembly, evenings.chairedBy()),
                evenings == null ? "" : called(assembly, evenings.keptBy()),
                minutes.unsigned(assembly));
    }

    /** Who bears this name; empty when nobody of the cluster does. */
    private String called(CalledAssembly assembly, String name) {
        return people.of(assembly.clusterId()).stream()
                .filter(each -> each.name().equals(name))
                .map(Person::id)
                .findFirst()
                .orElse("");
    }

    private static Choosable choosable(Person each) {
        return new Choosable(each.id(), each.name(), false);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
