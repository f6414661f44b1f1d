package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /valg/<cluster>}: the elections of a cluster and where each stands; while a vote is open nothing of it but when it closes. */
@Controller
@RequestMapping("/valg/{cluster}")
class ElectionsPage implements StartPageLinks {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final Role[] WHO = {Role.COORDINATOR, Role.SECRETARY};

    private final Elections elections;
    private final ElectionByNumber found;
    private final StrikeOffs strikeOffs;
    private final Overruling overruling;
    private final Nominees nominees;
    private final ElectionProtocol protocol;
    private final ElectionResults results;
    private final BallotRounds rounds;
    private final NextHands hands;
    private final FreeSeats freeSeats;
    private final Clusters clusters;
    private final CurrentPerson person;

    ElectionsPage(
            Elections elections,
            ElectionByNumber found,
            StrikeOffs strikeOffs,
            Overruling overruling,
            Nominees nominees,
            ElectionProtocol protocol,
            ElectionResults results,
            BallotRounds rounds,
            NextHands hands,
            FreeSeats freeSeats,
            Clusters clusters,
            CurrentPerson person) {
        this.elections = elections;
        this.found = found;
        this.strikeOffs = strikeOffs;
        this.overruling = overruling;
        this.nominees = nominees;
        this.protocol = protocol;
        this.results = results;
        this.rounds = rounds;
        this.hands = hands;
        this.freeSeats = freeSeats;
        this.clusters = clusters;
        this.person = person;
    }

    /** As the page shows one. */
    record Line(int number, String label, String status, String opened) {}

    /** @param until when the open question closes; empty when there is none @param upAgain the year; empty before it is known */
    record View(
            Line line, boolean isOver, String until, String takesOffice, String upAgain, Standing people, End end) {}

    record Standing(List<String> candidates, List<String> elected, int onRoll) {}

    /** How it was decided. */
    record End(List<String> sentences, String reason, String protocolId) {}

    @Override
    public List<Link> links() {
        return clusters.all().stream()
                .filter(cluster -> person.isAdministrator() || person.hasRole(cluster.id(), STAFF))
                .map(cluster -> new Link(
                        "Valg i " + cluster.name(),
                        "/valg/" + cluster.id(),
                        "Valg til klyngens poster, og hvor langt de er kommet."))
                .toList();
    }

    @GetMapping
    String list(@PathVariable String cluster, Model model) {
        person.require(cluster, STAFF);
        model.addAttribute("cluster", clusters.find(cluster).orElseThrow(Refused::notFound));
        model.addAttribute(
                "elections",
                elections.all(cluster).stream().map(ElectionsPage::line).toList());
        model.addAttribute("freeSeats", freeSeats.said(cluster));
        model.addAttribute("mayBegin", person.isAdministrator() || person.hasRole(cluster, WHO));
        return "election/list";
    }

    /** To the seats of the board that have fallen free. */
    @PostMapping("/ledige-pladser")
    String fillSeats(@PathVariable String cluster, RedirectAttributes after) {
        person.require(cluster, WHO);
        after.addFlashAttribute(
                "done",
                freeSeats
                        .begin(cluster)
                        .map(
                                closes ->
                                        "Valget begynder nu. Alle medlemmer får et link og kan stille op eller foreslå en kollega til "
                                                + CopenhagenTime.inWords(closes)
                                                + ". Stiller ikke flere op, end der er pladser, er de valgt; ellers bliver der stemt. Du hører fra os, hvis der er noget at gøre.")
                        .orElse(
                                "Der er ikke begyndt noget: der er ingen ledig plads, eller valget er allerede i gang."));
        return "redirect:/valg/" + cluster;
    }

    @GetMapping("/{number}")
    String one(@PathVariable String cluster, @PathVariable String number, Model model) {
        person.require(cluster, STAFF);
        return page(found.get(cluster, number), "", List.of(), model);
    }

    @PostMapping("/{number}/aflys")
    String cancel(
            @PathVariable String cluster,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, WHO);
        Election election = found.get(cluster, number);
        String why = typed.getOrDefault("why", "");
        try {
            FormFields fields = FormFields.of(Map.of("why", why), Set.of("why"));
            String reason = fields.requiredParagraphs("why", "Begrundelsen");
            if (reason.length() > ElectionResults.LONGEST_REASON) {
                fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
            }
            fields.refuseIfWrong();
            results.cancel(cluster, election.electionId(), reason, person.requireId());
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(election, why, refused.messages(), model);
        }
        return "redirect:/valg/" + cluster + "/" + number;
    }

    private String page(Election election, String why, List<String> wrong, Model model) {
        // the vote is a part of the case: the same task may be found by both
        Set<String> next = new LinkedHashSet<>();
        hands.next(election.clusterId(), election.businessKey()).ifPresent(next::add);
        hands.next(election.clusterId(), election.businessKey() + SecretBallot.PART)
                .ifPresent(next::add);
        if (strikeOffs.open(election).isPresent() && !strikeOffs.asked(election).isEmpty()) {
            next.add(
                    "Der er bedt om, at et navn stryges af valglisten. En anden, som ikke stiller op, skal gøre det under „Valglisten“.");
        }
        model.addAttribute("cluster", clusters.get(election.clusterId()));
        model.addAttribute("election", view(election));
        model.addAttribute("next", next);
        model.addAttribute("isCounted", election.is(ElectionStatus.ACCEPTING));
        model.addAttribute("links", links(election));
        model.addAttribute("why", why);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "mayCancel",
                !election.course().status().isOver()
                        && (person.isAdministrator() || person.hasRole(election.clusterId(), WHO)));
        return "election/election";
    }

    /** What can be done beside, by the end of its address. */
    private Map<String, String> links(Election election) {
        Map<String, String> links = new LinkedHashMap<>();
        if (strikeOffs.open(election).isPresent()) {
            links.put("valgliste", "Valglisten, og at stryge et navn fra den");
        }
        if (overruling.open(election).isPresent()) {
            links.put("andet-resultat", "Et andet resultat end det, reglen giver");
        }
        return links;
    }

    private View view(Election election) {
        Standing people = new Standing(
                protocol.names(
                        election,
                        nominees.in(
                                election,
                                Nominee.State.STANDING,
                                Nominee.State.ELECTED,
                                Nominee.State.ACCEPTED,
                                Nominee.State.LOST)),
                protocol.names(election, nominees.in(election, Nominee.State.ACCEPTED)),
                nominees.roll(election).size());
        End end = new End(
                protocol.sentences(election),
                election.course().reason(),
                text(election.course().protocolId()));
        return new View(
                line(election),
                election.course().status().isOver(),
                until(election),
                DanishTime.DAY.format(election.matter().takesOffice()),
                Objects.toString(election.course().electedUntil(), ""),
                people,
                end);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private String until(Election election) {
        Instant at = switch (election.course().status()) {
            case NOMINATING -> election.progress().nominationsCloseAt();
            case ACCLAMATION -> election.progress().acclamationAt();
            case VOTING -> rounds.closesAt(election);
            case ACCEPTING, DONE, FAILED, CANCELLED -> null;
        };
        return at == null ? "" : CopenhagenTime.inWords(at);
    }

    private static Line line(Election election) {
        return new Line(
                election.number(),
                election.label(),
                election.course().status().danish(),
                CopenhagenTime.dayInWords(election.course().openedAt()));
    }
}
