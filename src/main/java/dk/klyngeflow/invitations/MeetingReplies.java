package dk.klyngeflow.invitations;

import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.gatherings.Diets;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.gatherings.Seats;
import dk.klyngeflow.inbox.CalendarReply;
import dk.klyngeflow.inbox.InvitationReplies;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who comes: by link, by calendar program, and what follows from the number. */
@Component
public class MeetingReplies implements InvitationReplies {

    private static final String BY_CALENDAR = "CALENDAR";

    private final Meetings meetings;
    private final MeetingPeople people;
    private final Seats seats;
    private final MeetingEvents events;
    private final Bookings bookings;
    private final Diets diets;
    private final Invitations invitations;

    MeetingReplies(
            Meetings meetings,
            MeetingPeople people,
            Seats seats,
            MeetingEvents events,
            Bookings bookings,
            Diets diets,
            Invitations invitations) {
        this.meetings = meetings;
        this.people = people;
        this.seats = seats;
        this.events = events;
        this.bookings = bookings;
        this.diets = diets;
        this.invitations = invitations;
    }

    /**
     * Keeps one answer with what she says about food and to the coordinator.
     *
     * @param by LINK or STAFF
     * @return false when the meeting has begun or been cancelled
     */
    boolean reply(Seats.Seat seat, Reply reply, Diets.Remark remark, String by) {
        // what she eats goes to the caterer with the answer
        return tells(seat.meeting().clusterId(), seat.meeting().meetingId(), seats.reply(seat, reply, remark, by));
    }

    /**
     * Keeps one answer and tells the caterer when that changes a number she has been told.
     *
     * @param by LINK, CALENDAR or STAFF
     * @return false when the meeting has begun or been cancelled
     */
    boolean reply(String clusterId, String meetingId, String personId, Reply reply, String by) {
        return tells(clusterId, meetingId, people.reply(clusterId, meetingId, personId, reply, by));
    }

    private boolean tells(String clusterId, String meetingId, Optional<Boolean> isHeadcountTold) {
        if (isHeadcountTold.orElse(false)) {
            Meeting meeting = meetings.get(clusterId, meetingId);
            bookings.headcount(clusterId, meeting.businessKey(), coming(meeting), diets.inWords(meeting));
        }
        return isHeadcountTold.isPresent();
    }

    /** The meeting is held with those who come: the caterer hears the number, and each change of it from now on. */
    public void tellCaterer(Meeting meeting) {
        meetings.headcountTold(meeting.clusterId(), meeting.meetingId());
        bookings.headcount(meeting.clusterId(), meeting.businessKey(), coming(meeting), diets.inWords(meeting));
    }

    /** A caterer who says yes when the number is known already hears it with her yes. */
    public void tellLateCaterer(Meeting meeting) {
        if (meeting.isHeadcountTold()) {
            tellCaterer(meeting);
        }
    }

    /** How many have said yes. */
    public int coming(Meeting meeting) {
        return (int) people.of(meeting).stream()
                .filter(invited -> invited.reply() == Reply.YES)
                .count();
    }

    /**
     * An answer from a calendar program counts for the date that it was given to, and for the one whose address it bears, when the mail
     * says that it comes from there. Of two who share an address nobody can tell which one has answered.
     */
    @Override
    public Taken take(CalendarReply answer) {
        Optional<Meeting> found = meetings.byUid(answer.clusterId(), answer.uid());
        if (found.isEmpty()) {
            return Taken.NOT_OURS;
        }
        // nobody moves or cancels it while an answer to the date before is weighed
        Meeting meeting = meetings.lock(answer.clusterId(), found.get().meetingId());
        if (answer.sequence() < meeting.datedSequence()) {
            return Taken.SETTLED;
        }
        List<Invited> senders = people.of(meeting).stream()
                .filter(invited -> invited.mail().equalsIgnoreCase(answer.attendee()))
                .toList();
        if (senders.size() != 1 || !answer.isFromAttendee()) {
            return Taken.UNCLEAR;
        }
        Invited sender = senders.get(0);
        switch (answer.answer()) {
            case "ACCEPTED" -> reply(meeting, sender, Reply.YES);
            case "DECLINED" -> reply(meeting, sender, Reply.NO);
            case "TENTATIVE" -> reply(meeting, sender, Reply.MAYBE);
            default -> {
                reply(meeting, sender, Reply.MAYBE);
                events.add(
                        meeting.clusterId(),
                        meeting.meetingId(),
                        MeetingEvents.Kind.ANOTHER_TIME_PROPOSED,
                        sender.personId(),
                        answer.proposed() == null ? "" : Meeting.when(answer.proposed()));
            }
        }
        return Taken.SETTLED;
    }

    /** Anybody can write a mail in her name: where it changes what she has said herself, she hears of it. */
    private void reply(Meeting meeting, Invited sender, Reply reply) {
        boolean isKept = reply(meeting.clusterId(), meeting.meetingId(), sender.personId(), reply, BY_CALENDAR);
        if (isKept && sender.reply() != null && sender.reply() != reply && !BY_CALENDAR.equals(sender.repliedBy())) {
            invitations.answerChanged(meeting, sender, reply);
        }
    }
}
