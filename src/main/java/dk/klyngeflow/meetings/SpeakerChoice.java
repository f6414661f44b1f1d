package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.MeetingWishes;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Decisions;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.BoardHelp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The topic was a speaker's own, who cannot: the coordinator says who is asked now, and the board may too when the agenda is due. */
@Component
class SpeakerChoice {

    private static final String QUESTION = "Hvem skal spørges nu?";

    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final MeetingTimes times;
    private final Bookings bookings;
    private final Decisions decisions;
    private final BoardHelp board;
    private final Cases cases;
    private final CopenhagenTime time;

    SpeakerChoice(
            Meetings meetings,
            MeetingWishes wishes,
            MeetingTimes times,
            Bookings bookings,
            Decisions decisions,
            BoardHelp board,
            Cases cases,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.wishes = wishes;
        this.times = times;
        this.bookings = bookings;
        this.decisions = decisions;
        this.board = board;
        this.cases = cases;
        this.time = time;
    }

    /** True when the topic was another's, who cannot: a second one would have to speak about something else. */
    boolean isHers(Meeting meeting) {
        return wishes.isSpeakerSpecial(meeting)
                && bookings.live(meeting.clusterId(), meeting.businessKey(), BookingKind.SPEAKER)
                        .isEmpty()
                && last(meeting).isPresent();
    }

    /** The day the agenda is due; she has a working day to answer in any case. */
    Instant by(Meeting meeting) {
        Instant agenda = times.agendaDue(meeting.clusterId(), meeting.start());
        Instant due = BookingTimes.taskDueAt(time.now());
        return agenda.isAfter(due) ? agenda : due;
    }

    void ask(Meeting meeting) {
        decisions.ask(
                meeting,
                MeetingDuties.CHOOSE_SPEAKER,
                QUESTION,
                why(meeting),
                BookingTimes.taskDueAt(time.now()),
                "Ingen bliver spurgt, før du har svaret. Har ingen svaret " + CopenhagenTime.dayInWords(by(meeting))
                        + ", hvor dagsordenen skal laves, kan bestyrelsen også vælge.");
    }

    /** Whoever had the task keeps it. */
    void offer(String clusterId, String meetingId, String businessKey) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        board.ask(clusterId, businessKey);
        decisions.ask(
                meeting,
                cases.holders(clusterId, businessKey),
                MeetingDuties.CHOOSE_SPEAKER,
                QUESTION,
                why(meeting) + " Det er ikke afgjort, hvem der spørges i stedet, og dagsordenen skal laves nu.",
                BookingTimes.taskDueAt(time.now()),
                "Koordinatoren og bestyrelsen kan begge vælge; den første, der svarer, afgør det. Indtil da bliver ingen spurgt, og der står intet oplæg på dagsordenen.");
    }

    private String why(Meeting meeting) {
        return last(meeting)
                .map(last -> last.supplierName() + " holder ikke oplæg om emnet"
                        + (last.remark().isBlank() ? "." : " og skriver: „" + last.remark() + "“"))
                .orElse("");
    }

    private Optional<SupplierBooking> last(Meeting meeting) {
        return bookings.of(meeting.clusterId(), meeting.businessKey()).stream()
                .filter(booking -> booking.kind() == BookingKind.SPEAKER)
                .reduce((first, last) -> last);
    }
}
