package dk.klyngeflow.invitations;

import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.AnsweredFor;
import dk.klyngeflow.links.AnswersFor;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.Poll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What secretary and coordinator can answer for a member who phones; it is noted on the meeting, and the member hears of it. */
@Component
public class PhoneAnswers implements MailContent {

    private static final String PURPOSE = "answered-for";
    private static final String LINK = "linkId";
    private static final String BY = "byPerson";

    private final Meetings meetings;
    private final MeetingEvents events;
    private final DatePolls polls;
    private final AnswersFor answers;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    PhoneAnswers(
            Meetings meetings,
            MeetingEvents events,
            DatePolls polls,
            AnswersFor answers,
            People people,
            Outbox outbox,
            Clock clock) {
        this.meetings = meetings;
        this.events = events;
        this.polls = polls;
        this.answers = answers;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param question Danish; @param members by name, with the id of her link */
    record Open(String question, List<Asked> members) {}

    record Asked(String name, String linkId) {}

    /** What members are asked about the meeting at the moment. */
    public List<Open> open(Meeting meeting) {
        List<Open> open = new ArrayList<>();
        add(open, "Kommer medlemmet til mødet?", meeting, Invitations.RSVP, meeting.meetingId());
        polls.openOf(meeting.clusterId(), meeting.businessKey() + Meeting.DATES)
                .ifPresent(poll -> add(open, "Hvilke datoer passer?", meeting, "date-poll", poll.pollId()));
        add(open, "Må praksis' data bruges?", meeting, MeetingData.PURPOSE, meeting.meetingId());
        return open;
    }

    private void add(List<Open> open, String question, Meeting meeting, String purpose, String subject) {
        List<Asked> members = answers.asked(meeting.clusterId(), purpose, subject).entrySet().stream()
                .map(asked -> new Asked(people.nameOf(asked.getKey()), asked.getValue()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        if (!members.isEmpty()) {
            open.add(new Open(question, members));
        }
    }

    /** By member, who has answered the invitation for her. */
    public Map<String, String> whoAnswered(Meeting meeting) {
        return answers.by(meeting.clusterId(), Invitations.RSVP, meeting.meetingId());
    }

    @EventListener
    @Transactional
    public void answered(AnsweredFor answered) {
        meeting(answered).ifPresent(meeting -> {
            events.add(
                    meeting.clusterId(),
                    meeting.meetingId(),
                    answered.purpose().equals(Invitations.RSVP)
                            ? MeetingEvents.Kind.REPLY_BY_PHONE
                            : answered.purpose().equals(MeetingData.PURPOSE)
                                    ? MeetingEvents.Kind.CONSENT_BY_PHONE
                                    : MeetingEvents.Kind.DATES_BY_PHONE,
                    answered.byPerson(),
                    "");
            outbox.enqueue(Mail.of(
                            meeting.clusterId(),
                            PURPOSE,
                            PURPOSE + ":" + answered.linkId() + ":" + clock.instant(),
                            Recipient.person(answered.personId()),
                            Map.of("topic", meeting.title(), LINK, answered.linkId(), BY, answered.byPerson()),
                            meeting.businessKey())
                    .withLink(answered.linkId()));
        });
    }

    private Optional<Meeting> meeting(AnsweredFor answered) {
        if (answered.purpose().equals(Invitations.RSVP) || answered.purpose().equals(MeetingData.PURPOSE)) {
            return meetings.find(answered.clusterId(), answered.subject());
        }
        return polls.find(answered.clusterId(), answered.subject())
                .map(Poll::caseKey)
                .flatMap(key -> meetings.byKey(answered.clusterId(), key.replace(Meeting.DATES, "")));
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    /** Said when it is sent: the answers themselves are not kept in the outbox. */
    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return Optional.of(Map.of(
                "by", people.nameOf(model.getOrDefault(BY, "")),
                "answers", answers.said(clusterId, model.getOrDefault(LINK, ""))));
    }
}
