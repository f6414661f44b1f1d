package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingMoves;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invitations.Invitations;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.topics.TopicBank;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves and cancels meetings: the decision at once, the telling by the process. */
@Component
class MeetingChanges {

    /** Of a move or a cancellation, in characters. */
    static final int LONGEST_REASON = 1_000;

    private final Meetings meetings;
    private final MeetingMoves moves;
    private final MeetingEvents events;
    private final Invitations invitations;
    private final Bookings bookings;
    private final MeetingDates dates;
    private final MeetingData data;
    private final TopicBank topics;
    private final Cases cases;
    private final CopenhagenTime time;

    MeetingChanges(
            Meetings meetings,
            MeetingMoves moves,
            MeetingEvents events,
            Invitations invitations,
            Bookings bookings,
            MeetingDates dates,
            MeetingData data,
            TopicBank topics,
            Cases cases,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.moves = moves;
        this.events = events;
        this.invitations = invitations;
        this.bookings = bookings;
        this.dates = dates;
        this.data = data;
        this.topics = topics;
        this.cases = cases;
        this.time = time;
    }

    /** @throws Refused when it has no date yet, has been held or cancelled, or the new date is no later than now */
    @Transactional
    public void move(String clusterId, String meetingId, Instant start, String reason, String by) {
        Meeting meeting = decideToMove(clusterId, meetingId, start, reason, by);
        if (!cases.tell(MeetingCycle.MEETING_MOVED, clusterId, meeting.businessKey(), Map.of())) {
            throw inHand();
        }
    }

    /** Writes the new date down, for whoever tells the process herself. */
    Meeting decideToMove(String clusterId, String meetingId, Instant start, String reason, String by) {
        Meeting meeting = meetings.lock(clusterId, meetingId);
        if (!meeting.status().canBeMoved()
                || meeting.startsAt() == null
                || !time.now().isBefore(meeting.startsAt())) {
            throw Refused.conflict(
                    meeting.startsAt() == null && meeting.status().canBeCancelled()
                            ? "Mødet har endnu ingen dato og kan derfor ikke flyttes. Vælg en dato i opgaven „Vælg mødets dato“."
                            : "Mødet kan ikke flyttes nu: det er " + state(meeting) + ".",
                    Map.of("status", meeting.status().name()));
        }
        if (!start.isAfter(time.now())) {
            throw Refused.badRequest("Vælg et tidspunkt, der ikke er passeret.");
        }
        if (start.isAfter(time.now().plus(Duration.ofDays(ProposedDates.MOST_DAYS_AHEAD)))) {
            throw Refused.badRequest("Mødet kan højst flyttes halvandet år frem.");
        }
        if (start.equals(meeting.startsAt())) {
            throw Refused.badRequest("Mødet ligger allerede på det tidspunkt.");
        }
        moves.add(meeting, reason);
        meetings.move(clusterId, meetingId, start);
        events.add(
                clusterId,
                meetingId,
                MeetingEvents.Kind.MOVED,
                by,
                "fra " + Meeting.when(meeting.start()) + " til " + Meeting.when(start) + ": " + reason);
        return meeting;
    }

    /** @throws Refused when it has been held or is cancelled already */
    @Transactional
    public void cancel(String clusterId, String meetingId, String reason, String by) {
        Meeting meeting = decideToCancel(clusterId, meetingId, reason, by);
        if (!cases.tell(MeetingCycle.MEETING_CANCELLED, clusterId, meeting.businessKey(), Map.of())) {
            throw inHand();
        }
    }

    /** Writes the cancellation down, for whoever tells the process herself. */
    Meeting decideToCancel(String clusterId, String meetingId, String reason, String by) {
        Meeting meeting = meetings.lock(clusterId, meetingId);
        if (!meeting.status().canBeCancelled()
                || (meeting.startsAt() != null && !time.now().isBefore(meeting.startsAt()))) {
            throw Refused.conflict(
                    "Mødet kan ikke aflyses: det er " + state(meeting) + ".",
                    Map.of("status", meeting.status().name()));
        }
        meetings.cancel(clusterId, meetingId, reason);
        events.add(clusterId, meetingId, MeetingEvents.Kind.CANCELLED, by, reason);
        dates.stopAsking(meeting);
        data.stopAsking(meeting);
        topics.stopAsking(clusterId, meeting.businessKey(), meetingId);
        return meeting;
    }

    /** The process is between two waits, as right after another move; nothing has been changed. */
    private static Refused inHand() {
        return Refused.conflict("Mødet er ved at blive ændret. Vent et øjeblik, og prøv igen.", Map.of());
    }

    private String state(Meeting meeting) {
        boolean hasBegun = meeting.status().canBeMoved() && meeting.startsAt() != null;
        return hasBegun ? "begyndt" : meeting.status().danish().toLowerCase(Locale.forLanguageTag("da"));
    }

    /** Asks every booking about the new time, each once. */
    void moveBookings(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        bookings.moveAll(clusterId, meeting.businessKey(), meeting.start(), meeting.end());
    }

    /** Tells everybody and every booking that the meeting is cancelled, each once. */
    void tellOfCancellation(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        String reason = meeting.cancelReason() == null ? "" : meeting.cancelReason();
        int people = invitations.cancelled(meeting, reason);
        int booked = bookings.cancelAll(clusterId, meeting.businessKey(), reason);
        events.add(
                clusterId,
                meetingId,
                MeetingEvents.Kind.CANCELLATION_TOLD,
                null,
                people + " medlemmer og " + booked + " bestillinger");
    }
}
