package dk.klyngeflow.assemblies;

import dk.klyngeflow.ballots.BallotLetters;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.ProposalVotes;
import dk.klyngeflow.ballots.VoteRight;
import dk.klyngeflow.engine.FormRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The papers of a vote by link. They are dealt when it opens: one for each vote in the room, to the voter herself or to who votes for her.
 * The roll stands from then on; a paper goes to another hand when its voter comes herself, or chooses another to vote for her. The caller
 * holds the evening's row.
 */
@Component
class VotePapers {

    private final Evenings evenings;
    private final EveningBallots rows;
    private final Proxies proxies;
    private final Ballots ballots;
    private final ProposalVotes proposals;
    private final BallotLetters letters;

    VotePapers(
            Evenings evenings,
            EveningBallots rows,
            Proxies proxies,
            Ballots ballots,
            ProposalVotes proposals,
            BallotLetters letters) {
        this.evenings = evenings;
        this.rows = rows;
        this.proxies = proxies;
        this.ballots = ballots;
        this.proposals = proposals;
        this.letters = letters;
    }

    /** Of a vote that has just been opened. */
    void deal(Evening evening, String ballotId, List<VoteRight> rights) {
        rights.stream()
                .filter(VoteRight::isBorneByAnother)
                .forEach(right -> proposals.hand(evening.clusterId(), ballotId, right));
        letters.invite(evening.clusterId(), ballotId, evening.caseKey());
    }

    /** Something has changed about her, or about those for whom she votes. Without a vote under way nothing happens. */
    void follow(Evening evening, String personId) {
        rows.open(evening).ifPresent(open -> {
            List<String> concerned = new ArrayList<>(List.of(personId));
            proxies.held(evening, personId).forEach(proxy -> concerned.add(proxy.principal()));
            List<String> roll = ballots.roll(evening.clusterId(), open.ballotId());
            concerned.stream().filter(roll::contains).forEach(voter -> hand(evening, open.ballotId(), voter));
        });
    }

    private void hand(Evening evening, String ballotId, String voter) {
        Optional<String> bearer = bearer(evening, voter);
        // a right that nobody can use now is her own, and she has no link to it
        proposals.hand(evening.clusterId(), ballotId, new VoteRight(voter, bearer.orElse(voter)));
        if (bearer.isPresent()) {
            letters.invite(evening.clusterId(), ballotId, voter, evening.caseKey());
        }
    }

    /** Who leaves keeps her paper: the roll was frozen with her on it. */
    private Optional<String> bearer(Evening evening, String voter) {
        String hand = proxies.given(evening, voter).map(Proxy::holder).orElse(voter);
        return evenings.voters(evening).stream()
                .filter(each -> each.personId().equals(hand) && each.checkedInAt() != null)
                .map(Voter::personId)
                .findFirst();
    }

    /** @throws FormRefused when she has a paper because she was here, and nobody votes for her */
    void refuseIfOut(Evening evening, String personId) {
        boolean isOut = rows.open(evening)
                .filter(open ->
                        ballots.roll(evening.clusterId(), open.ballotId()).contains(personId))
                .isPresent();
        if (isOut && bearer(evening, personId).isEmpty()) {
            throw new FormRefused(
                    "Der stemmes digitalt lige nu, og stemmesedlen er delt ud. Luk eller aflys afstemningen"
                            + " først.");
        }
    }

    /** Those with which she can vote now. */
    List<VoteRight> inHand(Evening evening, String personId) {
        return rows.open(evening)
                .map(open -> ballots.rights(evening.clusterId(), open.ballotId()).stream()
                        .filter(right -> right.bearer().equals(personId))
                        .filter(right -> letters.url(evening.clusterId(), open.ballotId(), right)
                                .isPresent())
                        .toList())
                .orElse(List.of());
    }

    /** Where she votes with one of hers. */
    Optional<String> url(Evening evening, VoteRight right) {
        return rows.open(evening).flatMap(open -> letters.url(evening.clusterId(), open.ballotId(), right));
    }
}
