package dk.klyngeflow.assemblies;

import dk.klyngeflow.ballots.VoteRight;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.security.Refused;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door and the room: who is there, who votes for whom, and so how many votes there are. */
@Component
class Rooms {

    private final Evenings evenings;
    private final Proxies proxies;
    private final VotePapers papers;

    Rooms(Evenings evenings, Proxies proxies, VotePapers papers) {
        this.evenings = evenings;
        this.proxies = proxies;
        this.papers = papers;
    }

    Attendance attendance(Evening evening) {
        return now(evening).attendance();
    }

    /** Every vote that can be given now: as many as {@link #attendance} says. */
    List<VoteRight> rights(Evening evening) {
        return now(evening).rights();
    }

    private ProxiesNow now(Evening evening) {
        return ProxiesNow.of(proxies.most(evening), evenings.voters(evening), proxies.valid(evening));
    }

    /** She is here and votes herself. Again changes nothing. */
    @Transactional
    public void checkIn(String clusterId, String eveningId, String personId, String by) {
        Evening evening = open(clusterId, eveningId);
        voter(evening, personId);
        evenings.checkIn(evening, personId, by);
        proxies.principalCame(evening, personId);
        papers.follow(evening, personId);
    }

    /** She goes; her vote and those she holds go with her. */
    @Transactional
    public void leave(String clusterId, String eveningId, String personId) {
        Evening evening = open(clusterId, eveningId);
        voter(evening, personId);
        evenings.left(evening, personId);
    }

    /** She was ticked off by mistake; a proxy that ended by it is valid again. */
    @Transactional
    public void notThere(String clusterId, String eveningId, String personId) {
        Evening evening = open(clusterId, eveningId);
        voter(evening, personId);
        evenings.notThere(evening, personId);
        proxies.principalDidNotCome(evening, evenings.voters(evening), personId);
        papers.refuseIfOut(evening, personId);
        papers.follow(evening, personId);
    }

    @Transactional
    public void giveProxy(String clusterId, String eveningId, String principal, String holder) {
        Evening evening = unended(clusterId, eveningId);
        voter(evening, principal);
        proxies.give(evening, evenings.voters(evening), principal, holder);
        papers.follow(evening, principal);
    }

    @Transactional
    public void withdrawProxy(String clusterId, String eveningId, String principal) {
        Evening evening = unended(clusterId, eveningId);
        proxies.withdraw(evening, principal);
        papers.follow(evening, principal);
    }

    private void voter(Evening evening, String personId) {
        if (evenings.voters(evening).stream()
                .noneMatch(voter -> voter.personId().equals(personId))) {
            throw new FormRefused("Vælg en, der står på listen over dem, der kan stemme.");
        }
    }

    private Evening unended(String clusterId, String eveningId) {
        Evening evening = evenings.lock(clusterId, eveningId).orElseThrow(Refused::notFound);
        if (evening.endedAt() != null) {
            throw new FormRefused("Generalforsamlingen er slut, så der kan ikke ændres mere.");
        }
        return evening;
    }

    private Evening open(String clusterId, String eveningId) {
        Evening evening = unended(clusterId, eveningId);
        if (evening.openedAt() == null) {
            throw new FormRefused("Dørene er ikke åbnet endnu.");
        }
        return evening;
    }
}
