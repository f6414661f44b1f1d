package dk.klyngeflow.topics;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.MemberJoined;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a cluster could talk about: members propose topics and vote for them before a meeting is planned; the coordinator decides. */
@Component
public class TopicBank {

    /** Of the links that open a round of votes. */
    static final String PURPOSE = "topics";

    static final String CASE_KEY = "caseKey";
    static final int MOST_VOTES = 3;
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 1_000;
    private static final int MOST_PROPOSALS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(TopicBank.class);

    private final Topics topics;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final CopenhagenTime time;

    TopicBank(Topics topics, People people, Links links, Outbox outbox, CopenhagenTime time) {
        this.topics = topics;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * Asks all members by mail what the next meeting should be about.
     *
     * @param caseKey business key of the meeting; each has one round
     * @param closesAt nobody is asked when this has passed
     */
    @Transactional
    public void openVote(String clusterId, String caseKey, Instant closesAt) {
        if (!closesAt.isAfter(time.now())) {
            return;
        }
        topics.openRound(clusterId, caseKey, time.now(), closesAt);
        List<Person> members = people.holding(clusterId, Role.MEMBER);
        UnaryOperator<String> link = links.ofAll(
                clusterId, PURPOSE, caseKey, members.stream().map(Person::id).toList());
        outbox.enqueueAll(members.stream()
                .map(member -> Mail.of(
                                clusterId,
                                PURPOSE,
                                PURPOSE + ":" + caseKey + ":" + member.id() + ":1",
                                Recipient.person(member.id()),
                                Map.of(CASE_KEY, caseKey),
                                caseKey)
                        .withLink(link.apply(member.id())))
                .toList());
        LOG.info("{} members are asked for topics of {}", members.size(), caseKey);
    }

    /** What may be chosen for a meeting: neither hidden nor used, those with most votes first. */
    public List<Topic> ranked(String clusterId) {
        return topics.all(clusterId).stream().filter(Topic::isOpen).toList();
    }

    /** Those that have been used and those out of sight too. */
    List<Topic> all(String clusterId) {
        return topics.all(clusterId);
    }

    /** The meeting is cancelled: nobody votes for it any longer, and its topic can be chosen again. */
    public void stopAsking(String clusterId, String caseKey, String meetingId) {
        topics.closeRound(clusterId, caseKey, time.now());
        topics.giveBack(clusterId, meetingId);
        links.endAll(clusterId, PURPOSE, caseKey);
    }

    public Optional<Topic> find(String clusterId, String topicId) {
        return topics.find(clusterId, topicId).filter(topic -> !topic.hidden());
    }

    /**
     * Puts a topic into the bank.
     *
     * @return its id; that of the earlier one when somebody has had the same idea
     * @throws FormRefused when it is empty or too long
     */
    @Transactional
    public String propose(String clusterId, String title, String text, String personId) {
        String clean = title.strip().replaceAll("\\s+", " ");
        if (clean.isEmpty()) {
            throw new FormRefused("Skriv, hvad emnet er.");
        }
        if (clean.length() > LONGEST_TITLE || text.length() > LONGEST_TEXT) {
            throw new FormRefused("Emnet må fylde " + LONGEST_TITLE + " tegn og forklaringen " + LONGEST_TEXT + ".");
        }
        return topics.propose(clusterId, clean, text.strip(), personId, time.now());
    }

    /** It has been chosen for this meeting and leaves the vote. */
    @Transactional
    public void used(String clusterId, String topicId, String meetingId) {
        topics.use(clusterId, topicId, meetingId, time.now());
    }

    /** Somebody who has come is asked with the others, as long as they are. */
    @EventListener
    @Transactional
    public void joined(MemberJoined joined) {
        for (String caseKey : topics.openRounds(joined.clusterId(), time.now())) {
            outbox.enqueue(Mail.of(
                            joined.clusterId(),
                            PURPOSE,
                            PURPOSE + ":" + caseKey + ":" + joined.personId() + ":again-"
                                    + time.now().toEpochMilli(),
                            Recipient.person(joined.personId()),
                            Map.of(CASE_KEY, caseKey),
                            caseKey)
                    .withLink(links.of(joined.clusterId(), PURPOSE, caseKey, joined.personId())));
        }
    }

    /** Somebody who has left has no vote. */
    @EventListener
    public void left(MemberLeft left) {
        topics.forgetVotesOf(left.clusterId(), left.personId());
    }

    Optional<Ballot> ballot(String clusterId, String caseKey, String personId) {
        return topics.round(clusterId, caseKey)
                .map(round -> new Ballot(
                        round.closesAt(),
                        round.closesAt().isAfter(time.now()),
                        ranked(clusterId),
                        topics.votesOf(clusterId, caseKey, personId)));
    }

    /**
     * One member's view of a round.
     *
     * @param open false when it takes no votes any longer
     * @param chosen ids of the topics she has voted for
     */
    /** Until when the members are asked for a meeting; empty when they are not, or no longer. */
    public Optional<Instant> asksUntil(String clusterId, String caseKey) {
        return topics.round(clusterId, caseKey)
                .map(Topics.Round::closesAt)
                .filter(closes -> closes.isAfter(time.now()));
    }

    record Ballot(Instant closesAt, boolean open, List<Topic> topics, Set<String> chosen) {}

    /**
     * Replaces her votes in this round and takes her proposal, which counts as one of them while there is room.
     *
     * @param proposal empty when she has none
     * @throws FormRefused when she has chosen too many, or the round is closed
     */
    @Transactional
    public void vote(
            String clusterId, String caseKey, String personId, List<String> chosen, String proposal, String text) {
        if (chosen.size() > MOST_VOTES) {
            throw new FormRefused("Du kan højst vælge " + MOST_VOTES + " emner. Du har valgt " + chosen.size()
                    + ". Fjern nogle, og send igen.");
        }
        Set<String> votes = new LinkedHashSet<>(chosen);
        if (!topics.vote(clusterId, caseKey, personId, votes, time.now())) {
            throw new FormRefused("Afstemningen er lukket, så dit svar kom ikke med.");
        }
        if (!proposal.isBlank()) {
            Instant since = topics.round(clusterId, caseKey).orElseThrow().openedAt();
            if (topics.proposedSince(clusterId, personId, since) >= MOST_PROPOSALS) {
                throw new FormRefused(
                        "Du har foreslået " + MOST_PROPOSALS + " emner denne gang. Gem resten til næste gang.");
            }
            String topicId = propose(clusterId, proposal, text, personId);
            if (votes.size() < MOST_VOTES && votes.add(topicId)) {
                topics.vote(clusterId, caseKey, personId, votes, time.now());
            }
        }
    }
}
