package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.BookingRequest;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.MeetingWishes;
import dk.klyngeflow.bookings.Requested.Outcome;
import dk.klyngeflow.bookings.Supplier;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.Wanted;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingMoves;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.invitations.MeetingReplies;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the process {@code booking} does for a meeting, one step each. */
@Component
class BookingCases {

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final MeetingEvents events;
    private final MeetingMoves moves;
    private final MeetingWishes wishes;
    /** The next is only proposed. */
    private static final String PROPOSED = "PROPOSED";

    private final Bookings bookings;
    private final SpeakerChoice choice;
    private final MeetingReplies replies;
    private final ClusterSettings settings;
    private final People people;
    private final Outbox outbox;
    private final Cases cases;
    private final CopenhagenTime time;

    BookingCases(
            Meetings meetings,
            MeetingPeople invited,
            MeetingEvents events,
            MeetingMoves moves,
            MeetingWishes wishes,
            Bookings bookings,
            MeetingReplies replies,
            SpeakerChoice choice,
            ClusterSettings settings,
            People people,
            Outbox outbox,
            Cases cases,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.invited = invited;
        this.events = events;
        this.moves = moves;
        this.wishes = wishes;
        this.bookings = bookings;
        this.replies = replies;
        this.choice = choice;
        this.settings = settings;
        this.people = people;
        this.outbox = outbox;
        this.cases = cases;
        this.time = time;
    }

    /**
     * @param label what tasks call the case, so that food and room of one meeting are told apart
     * @param isWithdrawn true when somebody had said yes to this time and no longer can
     */
    record Need(Meeting meeting, String label, boolean isWithdrawn) {}

    Need need(String clusterId, String meetingId, BookingKind kind) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        return new Need(
                meeting,
                kind.danish().toLowerCase(Locale.ROOT) + " til " + meeting.label(),
                bookings.isWithdrawn(clusterId, meeting.businessKey(), kind, meeting.start(), meeting.end()));
    }

    /**
     * @param outcome {@code BOOKED}, {@code ASKED}, {@code TO_PHONE} or {@code PROPOSED}
     * @param callFrom when somebody must phone, if it comes to that
     * @param chosenBy when the board may choose the speaker too, if it comes to that
     */
    record Asked(String outcome, BookingTimes times, Instant callFrom, Instant chosenBy) {}

    /** @param answer a {@link BookingStatus} */
    record Reading(String answer, Instant at) {}

    /**
     * @param isWithdrawn then a person decides whether the next is asked
     * @param isNextChosen true when that has been decided
     */
    Asked ask(String clusterId, String meetingId, BookingKind kind, boolean isWithdrawn, boolean isNextChosen) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        BookingTimes times = BookingTimes.of(
                time.now(),
                meeting.start(),
                settings.get(clusterId, BookingSettings.REMIND_DAYS),
                settings.get(clusterId, BookingSettings.PHONE_DAYS));
        Instant chosenBy = choice.by(meeting);
        if (!isNextChosen && kind == BookingKind.SPEAKER && choice.isHers(meeting)) {
            choice.ask(meeting);
            return new Asked(PROPOSED, times, time.now(), chosenBy);
        }
        if (isWithdrawn) {
            return new Asked(Outcome.TO_PHONE.name(), times, time.now(), chosenBy);
        }
        return switch (bookings.request(request(meeting, kind)).outcome()) {
            case BOOKED -> new Asked(Outcome.BOOKED.name(), times, time.now(), chosenBy);
            case ASKED -> new Asked(Outcome.ASKED.name(), times, times.phoneAt(), chosenBy);
            case TO_PHONE, NOBODY_LEFT -> new Asked(Outcome.TO_PHONE.name(), times, time.now(), chosenBy);
        };
    }

    /** Who can be asked now, the first on the list first; nobody while there is no date to ask about. */
    List<Supplier> candidates(Meeting meeting, BookingKind kind) {
        return meeting.startsAt() == null ? List.of() : bookings.candidates(request(meeting, kind));
    }

    BookingRequest request(Meeting meeting, BookingKind kind) {
        Wanted wanted = new Wanted(
                meeting.businessKey(),
                kind,
                meeting.title(),
                meeting.start(),
                meeting.end(),
                meeting.place(),
                expected(meeting));
        return new BookingRequest(
                meeting.clusterId(), wanted, wishes.of(meeting, kind).orElse(null));
    }

    /** Those who have said that they come, once everybody has had the time to answer; until then everybody. */
    private @Nullable Integer expected(Meeting meeting) {
        boolean isCounted = meeting.rsvpClosesAt() != null && time.now().isAfter(meeting.rsvpClosesAt());
        long number = invited.of(meeting).stream()
                .filter(person -> !isCounted || person.reply() == Reply.YES)
                .count();
        return number == 0 ? null : Math.toIntExact(number);
    }

    void remind(String clusterId, String meetingId, BookingKind kind) {
        bookings.remind(clusterId, meetings.get(clusterId, meetingId).businessKey(), kind);
    }

    /** What holds now, whatever was said before. */
    Reading answer(String clusterId, String meetingId, BookingKind kind) {
        String answer = bookings.lastAsked(
                        clusterId, meetings.get(clusterId, meetingId).businessKey(), kind)
                .map(SupplierBooking::status)
                .map(BookingStatus::name)
                .orElse(BookingStatus.CANCELLED.name());
        return new Reading(answer, time.now());
    }

    /** The meeting has its place when it has a room; whoever else is booked hears of it. */
    void note(String clusterId, String meetingId, BookingKind kind) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        Optional<SupplierBooking> agreed = bookings.live(clusterId, meeting.businessKey(), kind)
                .filter(booking -> booking.status() == BookingStatus.CONFIRMED);
        agreed.ifPresent(booking -> {
            events.add(clusterId, meetingId, happened(kind), null, booking.supplierName());
            if (kind == BookingKind.ROOM && !booking.place().equals(meeting.place())) {
                meetings.place(clusterId, meetingId, booking.place());
                bookings.place(clusterId, meeting.businessKey(), booking.place());
            }
            if (kind == BookingKind.CATERING) {
                replies.tellLateCaterer(meeting);
            }
        });
    }

    /** Lets the coordinator do what nobody has done, and tells her. */
    void escalate(String clusterId, String meetingId, BookingKind kind, String businessKey) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        List<Person> coordinators = people.holding(clusterId, Role.COORDINATOR);
        cases.offer(
                clusterId, businessKey, coordinators.stream().map(Person::id).collect(Collectors.toSet()));
        coordinators.forEach(coordinator -> outbox.enqueue(Mail.of(
                clusterId,
                "booking-open",
                "booking-open:" + businessKey + ":" + meeting.sequence() + ":" + coordinator.id() + ":" + time.today(),
                Recipient.person(coordinator.id()),
                Map.of(
                        "what", kind.definite(),
                        "when", meeting.when(),
                        "before", moves.before(meeting),
                        "title", meeting.title()),
                meeting.businessKey())));
    }

    private static MeetingEvents.Kind happened(BookingKind booked) {
        return switch (booked) {
            case ROOM -> MeetingEvents.Kind.ROOM_BOOKED;
            case CATERING -> MeetingEvents.Kind.CATERING_BOOKED;
            case SPEAKER -> MeetingEvents.Kind.SPEAKER_BOOKED;
        };
    }
}
