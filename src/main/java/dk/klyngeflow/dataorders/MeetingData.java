package dk.klyngeflow.dataorders;

import dk.klyngeflow.dataorders.DataOrders.PracticeConsent;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Gets the data package of a meeting in good time, or sees to it that the meeting goes on honestly without. */
@Component
public class MeetingData {

    /** Of the links and the mails that ask for an accept. */
    public static final String PURPOSE = "consent";

    static final String REMINDER = "consent-reminder";
    static final String MEETING = "meetingId";
    /** Stands behind the business key of the meeting in that of its data. */
    public static final String CASE_PART = "/data";

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final int DAYS_TO_ORDER = 2;
    /** Working days: a practice that is asked on a Friday does not find a weekend to answer in. */
    private static final int LEAST_TO_CONSENT = 3;

    private final Meetings meetings;
    private final MeetingEvents events;
    private final DataOrders orders;
    private final MeetingPapers papers;
    private final ClusterSettings settings;
    private final Links links;
    private final Outbox outbox;
    private final CopenhagenTime time;

    MeetingData(
            Meetings meetings,
            MeetingEvents events,
            DataOrders orders,
            MeetingPapers papers,
            ClusterSettings settings,
            Links links,
            Outbox outbox,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.events = events;
        this.orders = orders;
        this.papers = papers;
        this.settings = settings;
        this.links = links;
        this.outbox = outbox;
        this.time = time;
    }

    /** @param dataNeededAt when the invitation goes out without, if nothing has come */
    public record Found(DataState state, Instant taskDueAt, Instant dataNeededAt) {}

    /** @param orderClosesAt from then on a package would come too late */
    public record Asked(Instant reminderAt, Instant closesAt, Instant orderClosesAt) {}

    /** @param any whether at least one practice has said yes */
    public record Consents(boolean any, Instant taskDueAt) {}

    /** @param isTriedFor true when the coordinator will not go without, though it is late */
    public Found look(String clusterId, String meetingId, boolean isTriedFor) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        LocalDate needed = meeting.day().minusDays(settings.get(clusterId, DataSettings.NEEDED_DAYS));
        DataState state = state(meeting);
        return isTriedFor
                ? new Found(state == DataState.LATE ? DataState.EARLY : state, taskDue(), lastChance(meeting))
                : new Found(state, taskDue(), CopenhagenTime.at(needed, MORNING));
    }

    /** Data that come later than this are of no use at the meeting. */
    public static Instant lastChance(Meeting meeting) {
        return CopenhagenTime.at(meeting.day().minusDays(1), MORNING);
    }

    private DataState state(Meeting meeting) {
        Optional<DataOrders.Order> order = orders.find(meeting.clusterId(), meeting.meetingId());
        if (order.isPresent() && order.get().orderedOn() != null) {
            return orders.files(meeting.clusterId(), meeting.meetingId()).isEmpty()
                    ? DataState.ORDERED
                    : DataState.RECEIVED;
        }
        long days = ChronoUnit.DAYS.between(time.today(), meeting.day());
        return days >= settings.get(meeting.clusterId(), DataSettings.LEAD_DAYS) ? DataState.EARLY : DataState.LATE;
    }

    /** Whoever has decided to go without is not asked again because the meeting is moved to another day without time for data. */
    public boolean isSoughtFor(Meeting meeting) {
        return meeting.wantsData() && !(orders.isDecidedWithoutData(meeting) && state(meeting) == DataState.LATE);
    }

    /** The last day on which a package can be ordered; a meeting that is just far enough gets some days more. */
    Instant orderBy(Meeting meeting) {
        LocalDate last = meeting.day().minusDays(settings.get(meeting.clusterId(), DataSettings.LEAD_DAYS));
        LocalDate least = WorkingDays.after(time.today(), LEAST_TO_CONSENT).plusDays(DAYS_TO_ORDER);
        return CopenhagenTime.at(last.isAfter(least) ? last : least, EVENING);
    }

    /** Asks every GP of the practices that have not answered yet. */
    public Asked ask(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        LocalDate today = time.today();
        Instant orderBy = orderBy(meeting);
        LocalDate wanted = today.plusDays(Math.max(1, settings.get(clusterId, DataSettings.CONSENT_DAYS)));
        LocalDate latest = CopenhagenTime.dayOf(orderBy).minusDays(DAYS_TO_ORDER);
        List<String> asked = orders.silent(clusterId, meetingId);
        // when all have answered together with the dates, nobody is waited for
        Instant closes =
                asked.isEmpty() ? time.now() : CopenhagenTime.at(wanted.isAfter(latest) ? latest : wanted, EVENING);
        orders.open(clusterId, meetingId, closes);
        mail(meeting, PURPOSE, asked, closes.toString());
        if (!asked.isEmpty()) {
            String doctors = asked.size() == 1 ? "1 læge" : asked.size() + " læger";
            events.add(clusterId, meetingId, MeetingEvents.Kind.CONSENT_ASKED, null, doctors);
        }
        int days = settings.get(clusterId, DataSettings.REMINDER_DAYS);
        Instant reminder = days == 0 ? closes : FriendlyHours.next(CopenhagenTime.at(today.plusDays(days), NOON));
        return new Asked(reminder.isBefore(closes) ? reminder : closes, closes, orderBy);
    }

    /** The GPs of practices that are silent; nobody when it is too late. */
    public int remind(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        Optional<Integer> round = orders.nextReminder(clusterId, meetingId);
        if (round.isEmpty()) {
            return 0;
        }
        List<String> silent = orders.silent(clusterId, meetingId);
        mail(meeting, REMINDER, silent, String.valueOf(round.get()));
        return silent.size();
    }

    public Consents gather(String clusterId, String meetingId) {
        return new Consents(
                orders.practices(clusterId, meetingId).stream().anyMatch(PracticeConsent::isYes), taskDue());
    }

    /** The meeting is held without data, and says so. */
    public void goWithout(String clusterId, String meetingId) {
        meetings.hasData(clusterId, meetingId, false);
        events.add(clusterId, meetingId, MeetingEvents.Kind.HELD_WITHOUT_DATA, null, "");
        links.endAll(clusterId, PURPOSE, meetingId);
    }

    /** The files go with the invitation; those that may show the figures of single practices stay with the secretary. */
    public void received(String clusterId, String meetingId) {
        List<DataOrders.DataFile> files = orders.files(clusterId, meetingId);
        Meeting meeting = meetings.get(clusterId, meetingId);
        long going = files.stream()
                .filter(file -> papers.add(meeting, file.documentId(), file.title()))
                .count();
        meetings.hasData(clusterId, meetingId, true);
        events.add(
                clusterId,
                meetingId,
                MeetingEvents.Kind.DATA_RECEIVED,
                null,
                heard(files.size(), files.size() - going));
        links.endAll(clusterId, PURPOSE, meetingId);
    }

    private static String heard(long all, long staying) {
        String files = all == 1 ? "1 fil" : all + " filer";
        return staying == 0 ? files : files + ", heraf " + staying + ", der bliver hos sekretæren";
    }

    /** The meeting is cancelled: nobody's accept is asked for any longer. */
    public void stopAsking(Meeting meeting) {
        links.endAll(meeting.clusterId(), PURPOSE, meeting.meetingId());
    }

    private Instant taskDue() {
        return CopenhagenTime.at(time.today().plusDays(DAYS_TO_ORDER), AFTERNOON);
    }

    private void mail(Meeting meeting, String purpose, Collection<String> people, String round) {
        UnaryOperator<String> link = links.ofAll(meeting.clusterId(), PURPOSE, meeting.meetingId(), people);
        outbox.enqueueAll(people.stream()
                .map(person -> Mail.of(
                                meeting.clusterId(),
                                purpose,
                                purpose + ":" + meeting.meetingId() + ":" + person + ":" + round,
                                Recipient.person(person),
                                Map.of(MEETING, meeting.meetingId()),
                                meeting.businessKey() + CASE_PART)
                        .withLink(link.apply(person)))
                .toList());
    }
}
