package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks named people which dates suit them, reminds the silent, and says which date is best. */
@Component
public class DatePolls {

    /** Of the links that open a poll. */
    static final String PURPOSE = "date-poll";

    static final String REMINDER = "date-poll-reminder";
    static final String POLL_ID = "pollId";

    private static final Logger LOG = LoggerFactory.getLogger(DatePolls.class);

    private final Polls polls;
    private final PollPeople voters;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    DatePolls(
            Polls polls,
            PollPeople voters,
            People people,
            Links links,
            Outbox outbox,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.polls = polls;
        this.voters = voters;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.time = time;
        this.events = events;
    }

    /** Asks everybody by mail; polls of the same case that are still open are closed, since people answer one poll at a time. */
    @Transactional
    public Poll open(NewPoll poll) {
        closeAll(poll.clusterId(), poll.caseKey());
        Set<String> asked = poll.asked().stream().map(Asked::personId).collect(Collectors.toSet());
        boolean everybody = asked.containsAll(people.holding(poll.clusterId(), Role.MEMBER).stream()
                .map(Person::id)
                .toList());
        String pollId = polls.add(poll, everybody, time.now());
        voters.addAll(poll.clusterId(), pollId, poll.asked(), time.now());
        polls.recount(poll.clusterId(), pollId);
        ask(poll.clusterId(), poll.caseKey(), pollId, asked, PURPOSE, "1");
        LOG.info("date poll {} of {} is open for {} people", pollId, poll.caseKey(), asked.size());
        return get(poll.clusterId(), pollId);
    }

    /** @throws IllegalStateException when the cluster has no such poll */
    public Poll get(String clusterId, String pollId) {
        return find(clusterId, pollId)
                .orElseThrow(() -> new IllegalStateException("no date poll " + pollId + " in " + clusterId));
    }

    public Optional<Poll> find(String clusterId, String pollId) {
        return polls.find(clusterId, pollId);
    }

    /** The poll of a case that takes answers now. */
    public Optional<Poll> openOf(String clusterId, String caseKey) {
        return polls.openOf(clusterId, caseKey, time.now()).flatMap(poll -> find(clusterId, poll));
    }

    /** The poll of a case that was opened last. */
    public Optional<Poll> newest(String clusterId, String caseKey) {
        return polls.newest(clusterId, caseKey).map(poll -> get(clusterId, poll));
    }

    /** Lets people answer longer. @return false when the poll takes no answers any longer, or already longer than that */
    @Transactional
    public boolean prolong(String clusterId, String pollId, Instant closesAt) {
        return polls.prolong(clusterId, pollId, closesAt, time.now());
    }

    public PollResult result(String clusterId, String pollId) {
        return Ranking.of(get(clusterId, pollId), voters.voices(clusterId, pollId));
    }

    /**
     * Reminds those who have not answered, and nobody when the poll takes no answers any longer.
     *
     * @return how many
     */
    @Transactional
    public int remind(String clusterId, String pollId) {
        Optional<Integer> round = polls.nextReminder(clusterId, pollId, time.now());
        if (round.isEmpty()) {
            return 0;
        }
        Poll poll = get(clusterId, pollId);
        List<String> silent = voters.silent(clusterId, pollId);
        ask(clusterId, poll.caseKey(), pollId, silent, REMINDER, String.valueOf(round.get()));
        LOG.info("{} people are reminded of date poll {} of {}", silent.size(), pollId, poll.caseKey());
        return silent.size();
    }

    /** From now on no answer is taken; closing again changes nothing. Members see on their links how it ended. */
    @Transactional
    public void close(String clusterId, String pollId) {
        polls.close(clusterId, pollId, time.now());
    }

    /** Closes what is open of a case, for instance because the meeting was cancelled. */
    @Transactional
    public void closeAll(String clusterId, String caseKey) {
        polls.closeAll(clusterId, caseKey, time.now());
    }

    /**
     * The date is found, and the poll closed if it was not. The case tells people.
     *
     * @throws IllegalArgumentException when there is no such date
     */
    @Transactional
    public Instant choose(String clusterId, String pollId, int option) {
        Poll.Option chosen = get(clusterId, pollId).option(option);
        polls.choose(clusterId, pollId, option, time.now());
        return chosen.startsAt();
    }

    /** Asks one more; does nothing when the poll takes no answers any longer, or she is asked already. */
    @Transactional
    public void addPerson(String clusterId, String pollId, Asked asked) {
        if (!polls.lockOpen(clusterId, pollId, time.now())
                || voters.addAll(clusterId, pollId, List.of(asked), time.now()) == 0) {
            return;
        }
        polls.recount(clusterId, pollId);
        // somebody who comes back is asked anew: the dedupe key must differ from her first mail's
        String round = "again-" + time.now().toEpochMilli();
        ask(clusterId, get(clusterId, pollId).caseKey(), pollId, List.of(asked.personId()), PURPOSE, round);
    }

    /** Her answers go, her link dies, and nobody waits for her any longer. */
    @Transactional
    public void removePerson(String clusterId, String pollId, String personId) {
        polls.lock(clusterId, pollId);
        if (!voters.remove(clusterId, pollId, personId, time.now())) {
            return;
        }
        links.end(clusterId, PURPOSE, pollId, personId);
        polls.recount(clusterId, pollId);
        Poll poll = get(clusterId, pollId);
        if (poll.silent() == 0 && poll.takesAnswersAt(time.now())) {
            events.publishEvent(new DatePollAnswered(clusterId, poll.caseKey(), pollId));
        }
    }

    @EventListener
    @Transactional
    public void joined(MemberJoined joined) {
        polls.openForEverybody(joined.clusterId(), time.now())
                .forEach(poll -> addPerson(joined.clusterId(), poll, new Asked(joined.personId(), false)));
    }

    @EventListener
    @Transactional
    public void left(MemberLeft left) {
        polls.undecidedOf(left.clusterId(), left.personId())
                .forEach(poll -> removePerson(left.clusterId(), poll, left.personId()));
    }

    /**
     * Keeps an answer to all dates of a poll.
     *
     * @return empty when the poll takes no answers, not for her, or not to these dates: nothing is then kept
     */
    @Transactional
    Optional<Polls.Kept> answer(String clusterId, String pollId, String personId, Map<Integer, DateAnswer> answers) {
        Optional<Polls.Kept> kept = polls.answer(clusterId, pollId, personId, answers, time.now());
        kept.filter(each -> each.silent() == 0)
                .ifPresent(each -> events.publishEvent(new DatePollAnswered(clusterId, each.caseKey(), pollId)));
        return kept;
    }

    /** Forgets who was asked and answered what in polls whose last date was before that moment, and ends their links. */
    @Transactional
    public int forget(Instant before) {
        Collection<Polls.Key> old = polls.lastDateBefore(before);
        old.forEach(poll -> {
            voters.forget(poll.clusterId(), poll.pollId());
            links.endAll(poll.clusterId(), PURPOSE, poll.pollId());
        });
        return old.size();
    }

    private void ask(
            String clusterId, String caseKey, String pollId, Collection<String> people, String purpose, String round) {
        UnaryOperator<String> link = links.ofAll(clusterId, PURPOSE, pollId, people);
        outbox.enqueueAll(people.stream()
                .map(person -> Mail.of(
                                clusterId,
                                purpose,
                                purpose + ":" + pollId + ":" + person + ":" + round,
                                Recipient.person(person),
                                Map.of(POLL_ID, pollId),
                                caseKey)
                        .withLink(link.apply(person)))
                .toList());
    }
}
