package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyHours;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /generalforsamlinger/<cluster>}: each assembly and where it stands; moved and cancelled here, and demanded for a member who asks. */
@Controller
@RequestMapping("/generalforsamlinger/{cluster}")
class AssembliesPage implements StartPageLinks {

    static final String PATH = "/generalforsamlinger/";

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final Role[] PLANNERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};
    private static final int LONGEST_REASON = 1_000;

    private final CurrentPerson person;
    private final Clusters clusters;
    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final AssemblyPaper paper;
    private final AssemblyDemands demands;
    private final People people;
    private final NextHands hands;
    private final CopenhagenTime time;

    AssembliesPage(
            CurrentPerson person,
            Clusters clusters,
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            AssemblyPaper paper,
            AssemblyDemands demands,
            People people,
            NextHands hands,
            CopenhagenTime time) {
        this.person = person;
        this.clusters = clusters;
        this.assemblies = assemblies;
        this.planning = planning;
        this.paper = paper;
        this.demands = demands;
        this.people = people;
        this.hands = hands;
        this.time = time;
    }

    record Line(String number, String title, String status, String when) {}

    /** @param state how many have asked, of how many, and who */
    record Asked(String matter, String state) {}

    record File(String label, String href) {}

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.hasRole(cluster.id(), STAFF))
                .map(cluster -> new Link(
                        "Generalforsamlinger i " + cluster.name(),
                        PATH + cluster.id(),
                        "Dag, frister, forslag, indkaldelse og referat."))
                .toList();
    }

    @GetMapping
    String list(@PathVariable String cluster, Model model) {
        person.require(cluster, STAFF);
        return listed(cluster, List.of(), Map.of(), model);
    }

    private String listed(String cluster, List<String> wrong, Map<String, String> typed, Model model) {
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute(
                "assemblies",
                assemblies.all(cluster).stream()
                        .map(each -> new Line(
                                each.number(),
                                each.title(),
                                planning.standing(each),
                                planning.meeting(each).when()))
                        .toList());
        model.addAttribute(
                "demands",
                demands.all(cluster).stream()
                        .map(each -> new Asked(each.matter(), state(each)))
                        .toList());
        model.addAttribute("members", people.holding(cluster, Role.MEMBER));
        model.addAttribute("needed", demands.needed(cluster));
        model.addAttribute("mayPlan", person.hasRole(cluster, PLANNERS));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "assembly/list";
    }

    private String state(AssemblyDemands.Demand demand) {
        String names = String.join(", ", people.namesOf(demand.wanting()).values());
        String counted = demand.wanting().size() + " af " + demands.needed(demand.clusterId()) + ": " + names;
        return demand.assemblyId() != null
                ? "Kaldt. " + counted
                : demand.isOpen(time.now()) ? counted : "Ikke nok i tide. " + counted;
    }

    /** A member wants an extraordinary one: she counts as the first, and all are asked. */
    @PostMapping("/krav")
    String demand(
            @PathVariable String cluster,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, PLANNERS);
        try {
            FormFields fields = fields(typed, "matter", "member");
            String matter = fields.required("matter", "Hvad den handler om", AssemblyDemands.LONGEST_MATTER);
            String member = fields.text("member", "Medlemmet");
            if (people.holding(cluster, Role.MEMBER).stream().map(Person::id).noneMatch(member::equals)) {
                fields.wrong("Vælg det medlem, der beder om den.");
            }
            fields.refuseIfWrong();
            demands.open(cluster, matter, member);
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return listed(cluster, refused.messages(), typed, model);
        }
        return "redirect:" + PATH + cluster;
    }

    @GetMapping("/{number}")
    String one(@PathVariable String cluster, @PathVariable String number, Model model) {
        person.require(cluster, STAFF);
        return page(found(cluster, number), List.of(), Map.of(), model);
    }

    @PostMapping("/{number}/flyt")
    String move(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = FormFields.CONFIRMED, defaultValue = "") List<String> confirmed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, PLANNERS);
        CalledAssembly assembly = found(cluster, number);
        try {
            FormFields fields = fields(typed, confirmed, "times", "why");
            List<Instant> times = AssemblyHours.read(fields, "times", time.now());
            String why = fields.required("why", "Begrundelsen", LONGEST_REASON);
            if (times.size() > 1) {
                fields.wrong("Vælg én dag.");
            }
            AssemblyHours.askAboutFreeDays(fields, times);
            fields.refuseIfWrong();
            planning.move(cluster, assembly.assemblyId(), times.get(0), why);
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("doubts", refused.doubts());
            return page(assembly, refused.doubts().isEmpty() ? refused.messages() : List.of(), typed, model);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return page(assembly, List.of(String.valueOf(refused.getMessage())), typed, model);
        }
        return "redirect:" + PATH + cluster + "/" + number;
    }

    @PostMapping("/{number}/aflys")
    String cancel(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, PLANNERS);
        CalledAssembly assembly = found(cluster, number);
        try {
            FormFields fields = fields(typed, "reason");
            String reason = fields.requiredParagraphs("reason", "Begrundelsen");
            if (reason.length() > LONGEST_REASON) {
                fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
            }
            fields.refuseIfWrong();
            planning.cancel(cluster, assembly.assemblyId(), reason);
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(assembly, refused.messages(), typed, model);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return page(assembly, List.of(String.valueOf(refused.getMessage())), typed, model);
        }
        return "redirect:" + PATH + cluster + "/" + number;
    }

    private static FormFields fields(Map<String, String> typed, String... names) {
        return fields(typed, List.of(), names);
    }

    private static FormFields fields(Map<String, String> typed, List<String> confirmed, String... names) {
        Map<String, Object> sent = new HashMap<>();
        sent.put(FormFields.CONFIRMED, FormFields.confirmed(confirmed));
        for (String name : names) {
            sent.put(name, typed.getOrDefault(name, "").replace("\r\n", "\n"));
        }
        return FormFields.of(sent, Set.of(names));
    }

    private String page(CalledAssembly assembly, List<String> wrong, Map<String, String> typed, Model model) {
        CalledAssembly now = assemblies.get(assembly.clusterId(), assembly.assemblyId());
        model.addAttribute("cluster", clusters.get(now.clusterId()));
        model.addAttribute("assembly", now);
        model.addAttribute("status", planning.standing(now));
        model.addAttribute("facts", facts(now));
        model.addAttribute(
                "next", hands.next(now.clusterId(), now.businessKey()).orElse(""));
        model.addAttribute("proposals", paper.put(now));
        model.addAttribute("candidates", paper.candidates(now));
        model.addAttribute("files", files(now));
        boolean mayPlan = person.hasRole(now.clusterId(), PLANNERS);
        model.addAttribute("mayMove", mayPlan && now.status().isDated());
        model.addAttribute("mayCancel", mayPlan && now.status().isAhead());
        model.addAttribute(
                "earliest", DanishTime.WEEKDAY.format(planning.window(now).earliest()));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "assembly/assembly";
    }

    private Map<String, String> facts(CalledAssembly assembly) {
        Meeting meeting = planning.meeting(assembly);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvor langt", planning.standing(assembly));
        if (planning.isLapsed(assembly)) {
            facts.put(
                    "Hvad nu",
                    "Der er ikke indkaldt i tide, så der kan ikke holdes en lovlig generalforsamling den "
                            + DanishTime.DAY.format(meeting.day()) + ". Bestyrelsen har opgaven at sætte en ny dag,"
                            + " tidligst "
                            + DanishTime.DAY.format(planning.window(assembly).earliest())
                            + "; alle får den at vide, og forslag, der er stillet, gælder stadig.");
        }
        if (!assembly.matter().matter().isBlank()) {
            facts.put("Handler om", assembly.matter().matter());
        }
        facts.put("Hvornår", meeting.fromTo());
        facts.put("Sted", meeting.place().isBlank() ? "endnu intet sted" : meeting.place());
        Integer year = assembly.matter().accountingYear();
        if (assembly.isOrdinary() && year != null) {
            facts.put(
                    "Holdes efter vedtægterne senest",
                    DanishTime.DAY.format(AssemblyTimes.lastOrdinary(planning.statutes(assembly), year)));
        }
        if (meeting.startsAt() != null) {
            AssemblyTimes times = planning.times(assembly);
            if (assembly.isOrdinary()) {
                facts.put(
                        "Sidste dag for forslag",
                        DanishTime.WEEKDAY.format(times.dates().lastProposalDay()));
            }
            facts.put(
                    "Sidste lovlige indkaldelse",
                    CopenhagenTime.inWords(times.dates().lastSend()));
        }
        if (!assembly.notice().postsElsewhere().isBlank()) {
            facts.put("Ikke på dagsordenen", assembly.notice().postsElsewhere());
        }
        Instant sent = assembly.notice().noticeSentAt();
        if (sent != null) {
            facts.put("Indkaldt", CopenhagenTime.inWords(sent));
        }
        if (!assembly.reason().isBlank()) {
            facts.put("Aflyst, fordi", assembly.reason());
        }
        return facts;
    }

    private List<File> files(CalledAssembly assembly) {
        List<File> files = new ArrayList<>();
        file(files, assembly, "Indkaldelsen", assembly.notice().noticeId());
        file(files, assembly, "Attest for lovlig varsling", assembly.notice().attestId());
        if (assembly.is(AssemblyStatus.DONE)) {
            file(files, assembly, "Referatet", assembly.record().minutesId());
        }
        return files;
    }

    private static void file(
            List<File> files, CalledAssembly assembly, String label, @org.jspecify.annotations.Nullable String id) {
        if (id != null) {
            files.add(new File(label, "/api/clusters/" + assembly.clusterId() + "/documents/" + id + "/original"));
        }
    }

    private CalledAssembly found(String cluster, String number) {
        return assemblies.byKey(cluster, cluster + "/" + number).orElseThrow(Refused::notFound);
    }
}
