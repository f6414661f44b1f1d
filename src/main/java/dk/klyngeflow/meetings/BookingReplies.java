package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingAnswered;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.BookingsReleased;
import dk.klyngeflow.bookings.SupplierAnswers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.inbox.CalendarReply;
import dk.klyngeflow.inbox.InvitationReplies;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process what suppliers have answered; when it is over and somebody goes back on a yes, it begins again. */
@Component
class BookingReplies implements InvitationReplies {

    private final Cases cases;
    private final Bookings bookings;
    private final SupplierAnswers answers;
    private final Meetings meetings;

    BookingReplies(Cases cases, Bookings bookings, SupplierAnswers answers, Meetings meetings) {
        this.cases = cases;
        this.bookings = bookings;
        this.answers = answers;
        this.meetings = meetings;
    }

    @EventListener
    void answered(BookingAnswered answer) {
        String cluster = answer.clusterId();
        String first = Booking.businessKey(answer.caseKey(), answer.kind());
        String another = Booking.keyOfAnother(answer.caseKey(), answer.kind());
        boolean isHeard = cases.tell(Booking.ANSWERED, cluster, first, Map.of())
                || cases.tell(Booking.ANSWERED, cluster, another, Map.of());
        // a case that is open but does not wait has its answer still before it, and will read what holds then
        if (isHeard || cases.isOpen(cluster, first) || cases.isOpen(cluster, another)) {
            return;
        }
        Optional<Meeting> meeting = meetings.byKey(cluster, answer.caseKey())
                .filter(found -> found.status().canBeMoved())
                .filter(found ->
                        bookings.isWithdrawn(cluster, found.businessKey(), answer.kind(), found.start(), found.end()));
        meeting.ifPresent(found -> findAnother(found, answer.kind()));
    }

    private void findAnother(Meeting meeting, BookingKind kind) {
        cases.start(
                Booking.KEY,
                meeting.clusterId(),
                Booking.keyOfAnother(meeting.businessKey(), kind),
                Map.of(
                        BookingVariables.MEETING_ID.name(),
                        meeting.meetingId(),
                        BookingVariables.CASE_LABEL.name(),
                        meeting.label(),
                        BookingVariables.BOOKING_KIND.name(),
                        kind.name()));
    }

    /** The called process ends with the one that called it; the one that was started by itself must be told. */
    @EventListener
    void released(BookingsReleased released) {
        for (BookingKind kind : BookingKind.values()) {
            cases.tell(Booking.STOPPED, released.clusterId(), Booking.keyOfAnother(released.caseKey(), kind), Map.of());
        }
    }

    /** Whoever phones sees what was said, also when it does not count. */
    @Override
    public Taken take(CalendarReply reply) {
        String from = reply.isFromAttendee() ? reply.sender() : "";
        boolean isBooking = answers.answeredByCalendar(
                reply.clusterId(),
                reply.uid(),
                reply.sequence(),
                from,
                reply.answer(),
                reply.proposed(),
                reply.comment());
        return isBooking ? Taken.HANDED_ON : Taken.NOT_OURS;
    }
}
