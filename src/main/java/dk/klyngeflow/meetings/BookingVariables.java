package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of a booking: for which meeting, of which kind, and how far it has come. */
final class BookingVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> MEETING_ID = Variable.text("meetingId");
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");
    static final Variable<BookingKind> BOOKING_KIND = Variable.choice("bookingKind", BookingKind.class);

    /** Somebody has gone back on a yes: a person decides how it goes on. */
    static final Variable<Boolean> IS_WITHDRAWN = Variable.flag("isWithdrawn");

    /** The coordinator has said who is asked after a speaker whose topic it was. */
    static final Variable<Boolean> IS_NEXT_CHOSEN = Variable.flag("isNextChosen");

    // answers
    static final Variable<String> SPEAKER_CHOICE = Variable.text("speakerChoice");
    static final Variable<String> REQUEST_OUTCOME = Variable.text("requestOutcome");
    static final Variable<String> BOOKING_ANSWER = Variable.text("bookingAnswer");
    static final Variable<String> PHONE_OUTCOME = Variable.text("phoneOutcome");

    // when people must have acted
    static final Variable<Instant> REMIND_AT = Variable.moment("remindAt");
    static final Variable<Instant> PHONE_AT = Variable.moment("phoneAt");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");
    static final Variable<Instant> SPEAKER_CHOSEN_BY = Variable.moment("speakerChosenBy");
    static final Variable<Instant> MEETING_BEGINS_AT = Variable.moment("meetingBeginsAt");

    private BookingVariables() {}
}
