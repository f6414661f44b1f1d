package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.dataorders.SoughtData;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.AgendaBasis;
import dk.klyngeflow.gatherings.AgendaClock;
import dk.klyngeflow.gatherings.AgendaPoints;
import dk.klyngeflow.gatherings.AgendaStatus;
import dk.klyngeflow.gatherings.GivenAgenda;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingMoves;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Drafts the agenda from the topic, what was agreed last time and the cluster's habits: one line for each item, with the hour it begins.
 * The coordinator's own data come first and everybody gets to speak, as the clusters that work well do.
 */
@Component
class Agendas {

    /** More would fill the agenda, and at last no longer fit into it. */
    private static final int MOST_STATUS_LINES = 12;

    private static final int WELCOME_MINUTES = 10;
    private static final int STATUS_MINUTES = 15;
    private static final int POINT_MINUTES = 10;
    private static final int OWN_DATA_MINUTES = 10;
    private static final int SPEAKER_MINUTES = 30;

    private final Meetings meetings;
    private final MeetingPeople people;
    private final MeetingEvents events;
    private final MeetingMoves moves;
    private final ClusterSettings settings;
    private final MeetingTimes times;
    private final Bookings bookings;
    private final SoughtData sought;
    private final WrapUps wrapUps;
    private final People members;
    private final Outbox outbox;
    private final Cases cases;
    private final ObjectProvider<AgendaStatus> statuses;
    private final Facilitators facilitators;
    private final AgendaPoints points;
    private final ObjectProvider<AgendaBasis> bases;

    Agendas(
            Meetings meetings,
            MeetingPeople people,
            MeetingEvents events,
            MeetingMoves moves,
            ClusterSettings settings,
            MeetingTimes times,
            Bookings bookings,
            SoughtData sought,
            WrapUps wrapUps,
            People members,
            Outbox outbox,
            Cases cases,
            ObjectProvider<AgendaStatus> statuses,
            Facilitators facilitators,
            AgendaPoints points,
            ObjectProvider<AgendaBasis> bases) {
        this.meetings = meetings;
        this.people = people;
        this.events = events;
        this.moves = moves;
        this.settings = settings;
        this.times = times;
        this.bookings = bookings;
        this.sought = sought;
        this.wrapUps = wrapUps;
        this.members = members;
        this.outbox = outbox;
        this.cases = cases;
        this.statuses = statuses;
        this.facilitators = facilitators;
        this.points = points;
        this.bases = bases;
    }

    /**
     * @param isApproved whether it has been approved before, because the meeting was moved since
     * @param approveBy  when the coordinator should have approved it
     */
    record Drafted(boolean isApproved, Instant approveBy) {}

    Drafted draft(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        boolean isApproved = meeting.agendaDocument() != null;
        if (!isApproved) {
            meetings.agenda(clusterId, meetingId, String.join("\n", lines(meeting)), null);
        }
        return new Drafted(isApproved, approveBy(clusterId, meeting));
    }

    /** When the coordinator should have approved it: in good time before answers close. */
    private Instant approveBy(String clusterId, Meeting meeting) {
        Instant due = times.taskDue(clusterId);
        Instant late = times.of(meeting).agendaLateAt();
        return due.isBefore(late) ? due : late;
    }

    void approve(Meeting meeting, String agenda, String by) {
        meetings.agenda(meeting.clusterId(), meeting.meetingId(), agenda, null);
        events.add(meeting.clusterId(), meeting.meetingId(), MeetingEvents.Kind.AGENDA_APPROVED, by, "");
    }

    private List<String> lines(Meeting meeting) {
        String cluster = meeting.clusterId();
        List<String> status = statuses.stream()
                .flatMap(each -> each.lines(cluster).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (status.size() > MOST_STATUS_LINES) {
            int more = status.size() - MOST_STATUS_LINES;
            status = new ArrayList<>(status.subList(0, MOST_STATUS_LINES));
            status.add("… og " + more + " mere");
        }
        List<String> basis =
                bases.stream().flatMap(each -> each.of(meeting).stream()).toList();
        if (!basis.isEmpty()) {
            return GivenAgenda.at(meeting, basis).with(status, points.takenUpBy(meeting));
        }
        AgendaClock clock = new AgendaClock(meeting.start(), meeting.minutes());
        clock.item(facilitators.welcome(meeting), WELCOME_MINUTES);
        if (!status.isEmpty() && clock.item("Siden sidst: det aftalte vi", STATUS_MINUTES)) {
            status.forEach(line -> clock.below("– " + line));
        }
        points.takenUpBy(meeting).forEach(point -> {
            if (!clock.item(point, POINT_MINUTES)) {
                clock.below(point);
            }
        });
        speaker(meeting).ifPresent(name -> clock.item("Oplæg: " + name, SPEAKER_MINUTES));
        data(meeting).ifPresent(item -> clock.item(item, OWN_DATA_MINUTES));
        int round = settings.forCaseOf(cluster, MeetingSettings.SPEAKING_MINUTES, meeting.begunOn())
                * people.of(meeting).size();
        if (settings.forCaseOf(cluster, MeetingSettings.GROUP_WORK, meeting.begunOn())) {
            clock.item(meeting.title() + ": samtale i små grupper", clock.left() - Math.min(round, clock.left() / 2));
        }
        clock.item(
                round > 0 ? "Runde: alle siger, hvad de tager med hjem" : meeting.title() + ": samtale", clock.left());
        return clock.end("Aftaler: hvem gør hvad, og hvornår", "Tak for i dag");
    }

    /** Only who has said yes stands on the agenda. */
    private Optional<String> speaker(Meeting meeting) {
        return bookings.live(meeting.clusterId(), meeting.businessKey(), BookingKind.SPEAKER)
                .filter(booking -> booking.status() == BookingStatus.CONFIRMED)
                .map(booking -> booking.supplierName());
    }

    /** Nothing is said of data that are neither here nor on their way. */
    private Optional<String> data(Meeting meeting) {
        if (!meeting.wantsData()) {
            return Optional.empty();
        }
        boolean ownFirst = settings.forCaseOf(meeting.clusterId(), MeetingSettings.OWN_DATA_FIRST, meeting.begunOn());
        String how = ownFirst ? "; koordinatoren viser sine egne først" : "";
        if (meeting.hasData()) {
            return Optional.of(meeting.title() + ": klyngens egne data" + how);
        }
        return sought.isOnItsWay(meeting)
                ? Optional.of(meeting.title() + ": klyngens egne data, hvis de når frem" + how)
                : Optional.empty();
    }

    /**
     * What the coordinator should know before she approves; each line is left out when there is nothing to say.
     *
     * @param noteTaker whose turn it is, or who was chosen before
     */
    record Known(
            @Nullable String speaker,
            @Nullable String data,
            List<Choice> people,
            @Nullable String noteTaker) {}

    record Choice(String id, String name) {}

    Known known(Meeting meeting) {
        List<Invited> coming = people.of(meeting).stream()
                .filter(invited -> invited.reply() != Reply.NO)
                .toList();
        return new Known(
                speakerInWords(meeting),
                dataInWords(meeting),
                coming.stream()
                        .map(invited -> new Choice(invited.personId(), invited.name()))
                        .toList(),
                meetings.noteTaker(meeting).or(() -> inTurn(meeting, coming)).orElse(null));
    }

    private @Nullable String speakerInWords(Meeting meeting) {
        if (!meeting.wantsSpeaker()) {
            return null;
        }
        return bookings.live(meeting.clusterId(), meeting.businessKey(), BookingKind.SPEAKER)
                .map(booking -> booking.supplierName()
                        + (booking.status() == BookingStatus.CONFIRMED ? " kommer" : " er spurgt og har ikke svaret"))
                .orElseGet(() -> cases.isOpen(
                                meeting.clusterId(), Booking.businessKey(meeting.businessKey(), BookingKind.SPEAKER))
                        ? "Ingen endnu"
                        : "Kommer ikke; mødet holdes uden oplæg");
    }

    private @Nullable String dataInWords(Meeting meeting) {
        if (!meeting.wantsData()) {
            return null;
        }
        if (meeting.hasData()) {
            return "Er kommet og går med som bilag";
        }
        if (!sought.isSought(meeting)) {
            return "Kommer ikke; mødet holdes uden";
        }
        return sought.isOnItsWay(meeting)
                ? "Bestilt, men ikke kommet endnu"
                : "Ikke bestilt; om mødet holdes uden, er ikke afgjort endnu";
    }

    /** The coordinator leads the meeting and cannot note as well; those who have said yes come first. */
    private Optional<String> inTurn(Meeting meeting, List<Invited> coming) {
        Set<String> leading = members.holding(meeting.clusterId(), Role.COORDINATOR).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        List<Invited> colleagues = coming.stream()
                .filter(invited -> !leading.contains(invited.personId()))
                .toList();
        List<String> sure = colleagues.stream()
                .filter(invited -> invited.reply() == Reply.YES)
                .map(Invited::personId)
                .toList();
        return wrapUps.nextInTurn(
                meeting.clusterId(),
                sure.isEmpty() ? colleagues.stream().map(Invited::personId).toList() : sure);
    }

    /** She hears what it means; the link comes when the meeting is held. */
    void noteTaker(Meeting meeting, String personId) {
        if (personId.equals(meetings.noteTaker(meeting).orElse(""))) {
            return;
        }
        meetings.noteTaker(meeting, personId.isEmpty() ? null : personId);
        if (!personId.isEmpty()) {
            outbox.enqueue(Mail.of(
                    meeting.clusterId(),
                    "note-taker",
                    "note-taker:" + meeting.businessKey() + ":" + personId,
                    Recipient.person(personId),
                    Map.of(
                            "topic", meeting.title(),
                            "when", meeting.fromTo(),
                            "before", moves.before(meeting),
                            "place", meeting.place()),
                    meeting.businessKey()));
        }
    }
}
