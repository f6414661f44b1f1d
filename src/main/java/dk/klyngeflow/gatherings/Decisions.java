package dk.klyngeflow.gatherings;

import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Mandates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nothing is decided silently: whoever may decide is asked, told what happens otherwise, and told when that has happened. */
@Component
public class Decisions {

    private static final String WANTED = "decision-wanted";
    private static final String TAKEN = "decision-taken";

    private final Mandates mandates;
    private final MeetingMoves moves;
    private final Outbox outbox;

    Decisions(Mandates mandates, MeetingMoves moves, Outbox outbox) {
        this.mandates = mandates;
        this.moves = moves;
        this.outbox = outbox;
    }

    /**
     * @param question as in {@code Skal mødet holdes uden data?}
     * @param why what has happened
     * @param until when the other way is taken
     * @param otherwise what happens when nobody answers
     */
    public void ask(Meeting meeting, Duty duty, String question, String why, Instant until, String otherwise) {
        ask(meeting, holders(meeting, duty), duty, question, why, until, otherwise);
    }

    /** @param whom when others than those who have the duty may answer too */
    public void ask(
            Meeting meeting,
            Collection<String> whom,
            Duty duty,
            String question,
            String why,
            Instant until,
            String otherwise) {
        mail(
                meeting,
                whom,
                WANTED,
                // another no on the same day is another question
                duty.id() + ":" + until + ":" + why.hashCode(),
                Map.of(
                        "title",
                        meeting.title(),
                        "when",
                        meeting.when(),
                        "before",
                        moves.before(meeting),
                        "question",
                        question,
                        "why",
                        why,
                        "until",
                        Meeting.when(until),
                        "otherwise",
                        otherwise));
    }

    /** @param outcome what has been decided because nobody answered */
    public void tell(Meeting meeting, Duty duty, String outcome) {
        mail(
                meeting,
                holders(meeting, duty),
                TAKEN,
                duty.id() + ":" + meeting.sequence() + ":" + outcome.hashCode(),
                Map.of(
                        "title",
                        meeting.title(),
                        "when",
                        meeting.when(),
                        "before",
                        moves.before(meeting),
                        "outcome",
                        outcome,
                        "page",
                        "/moeder/" + meeting.businessKey()));
    }

    private Collection<String> holders(Meeting meeting, Duty duty) {
        return mandates.holders(meeting.clusterId(), duty.id());
    }

    private void mail(
            Meeting meeting, Collection<String> whom, String purpose, String round, Map<String, String> facts) {
        whom.forEach(person -> outbox.enqueue(Mail.of(
                meeting.clusterId(),
                purpose,
                purpose + ":" + meeting.meetingId() + ":" + round + ":" + person,
                Recipient.person(person),
                facts,
                meeting.businessKey())));
    }

    /** When somebody must have decided: as wanted, or when half of the time that is left has gone. */
    public static Instant until(Instant wanted, Instant now, Instant meeting) {
        Instant half = now.plus(Duration.between(now, meeting).dividedBy(2));
        return wanted.isBefore(half) ? wanted : half;
    }
}
