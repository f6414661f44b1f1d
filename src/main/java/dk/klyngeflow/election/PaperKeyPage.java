package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.KeyMode;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /valg/<cluster>/<number>/noegle}: the returning officer makes the key of a vote and prints it. The answer to her post is the only
 * place where the code ever stands, so it does not redirect: there is nothing from which it could be shown again.
 */
@Controller
@RequestMapping("/valg/{cluster}/{number}/noegle")
class PaperKeyPage {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};
    private static final Role[] WHO = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD};

    private final ElectionByNumber found;
    private final BallotRounds rounds;
    private final Nominees nominees;
    private final Ballots ballots;
    private final Clusters clusters;
    private final CurrentPerson person;
    private final TransactionOperations transaction;
    private final CopenhagenTime time;

    PaperKeyPage(
            ElectionByNumber found,
            BallotRounds rounds,
            Nominees nominees,
            Ballots ballots,
            Clusters clusters,
            CurrentPerson person,
            TransactionOperations transaction,
            CopenhagenTime time) {
        this.found = found;
        this.rounds = rounds;
        this.nominees = nominees;
        this.ballots = ballots;
        this.clusters = clusters;
        this.person = person;
        this.transaction = transaction;
        this.time = time;
    }

    @GetMapping
    String look(@PathVariable String cluster, @PathVariable String number, Model model) {
        person.require(cluster, STAFF);
        return page(found.get(cluster, number), "", List.of(), model);
    }

    @PostMapping
    String print(@PathVariable String cluster, @PathVariable String number, Model model, HttpServletResponse response) {
        person.require(cluster, WHO);
        Election election = found.get(cluster, number);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        try {
            BallotFacts ballot = prepared(election)
                    .orElseThrow(() -> new FormRefused("Der er ingen afstemning, som venter på en nøgle på papir."));
            if (nominees.hasStood(election, person.requireId())) {
                throw new FormRefused("Du stiller selv op, så en anden skal være valgleder og udskrive nøglen.");
            }
            String code = transaction.execute(status -> ballots.printKey(cluster, ballot.ballotId()));
            return page(election, String.valueOf(code), List.of(), model);
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(election, "", refused.messages(), model);
        }
    }

    private Optional<BallotFacts> prepared(Election election) {
        return ballots.find(election.clusterId(), rounds.ballotId(election))
                .filter(ballot -> ballot.keyMode() == KeyMode.PAPER && ballot.phase() == BallotFacts.Phase.PREPARED);
    }

    private String page(Election election, String code, List<String> wrong, Model model) {
        Optional<BallotFacts> ballot = prepared(election);
        boolean isWho = person.isAdministrator() || person.hasRole(election.clusterId(), WHO);
        model.addAttribute("cluster", clusters.get(election.clusterId()));
        model.addAttribute("number", election.number());
        model.addAttribute("called", election.label());
        model.addAttribute("code", code);
        model.addAttribute("madeAt", CopenhagenTime.inWords(time.now()));
        model.addAttribute(
                "mark",
                ballot.flatMap(each -> ballots.keyMark(election.clusterId(), each.ballotId()))
                        .orElse(""));
        model.addAttribute("mayPrint", ballot.isPresent() && isWho);
        model.addAttribute("wrong", wrong);
        return "election/key";
    }
}
