package dk.klyngeflow.invitations;

import dk.klyngeflow.calendar.CalendarEvent;
import dk.klyngeflow.calendar.CalendarFiles;
import dk.klyngeflow.dataorders.SoughtData;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingMoves;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the people of a meeting when and where it is. Each letter's key holds the meeting's sequence, so that everybody hears of a date, a
 * move or a cancellation exactly once, however often a step runs.
 */
@Component
public class Invitations {

    /** The purpose of the personal link by which a member says whether she comes. */
    static final String RSVP = "rsvp";

    public static final Setting<String> PREPARATION = Setting.text(
            "meetings.preparation",
            "",
            "Forberedelse",
            "Står i indkaldelsen. Tomt: der står ikke noget om forberedelse.");
    public static final Setting<String> WELCOME = Setting.text(
            "meetings.welcome", "Vi glæder os til at se dig.", "Hilsen i indkaldelsen", "Står nederst i indkaldelsen.");

    private static final String TOMORROW_ASK = "meeting-tomorrow-ask";

    private final Meetings meetings;
    private final MeetingPeople people;
    private final MeetingMoves moves;
    private final MeetingEvents events;
    private final Clusters clusters;
    private final ClusterSettings settings;
    private final Links links;
    private final CalendarFiles calendar;
    private final MeetingPapers papers;
    private final SoughtData sought;
    private final Outbox outbox;
    private final CopenhagenTime time;

    Invitations(
            Meetings meetings,
            MeetingPeople people,
            MeetingMoves moves,
            MeetingEvents events,
            Clusters clusters,
            ClusterSettings settings,
            Links links,
            CalendarFiles calendar,
            MeetingPapers papers,
            SoughtData sought,
            Outbox outbox,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.people = people;
        this.moves = moves;
        this.events = events;
        this.clusters = clusters;
        this.settings = settings;
        this.links = links;
        this.calendar = calendar;
        this.papers = papers;
        this.sought = sought;
        this.outbox = outbox;
        this.time = time;
    }

    /** Everybody gets the date for her calendar, or the new date; from now on she can answer. */
    public int announce(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        people.addMembers(meeting);
        meetings.status(clusterId, meetingId, MeetingStatus.INVITED);
        boolean isMoved = meeting.sequence() > 0;
        String purpose = isMoved ? "meeting-moved" : "meeting-date";
        int told = toAll(meeting, people.of(meeting), purpose, List.of(), true);
        people.invited(meeting);
        meetings.placeTold(clusterId, meetingId, false);
        events.add(
                clusterId,
                meetingId,
                isMoved ? MeetingEvents.Kind.NEW_DATE_TOLD : MeetingEvents.Kind.DATE_TOLD,
                null,
                meeting.when());
        return told;
    }

    /** The invitation with agenda and data as one PDF. */
    public int send(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        people.addMembers(meeting);
        int told = toAll(meeting, people.of(meeting), "meeting-invitation", List.of(papers.bundle(meeting)), true);
        people.invited(meeting);
        meetings.placeTold(clusterId, meetingId, true);
        events.add(clusterId, meetingId, MeetingEvents.Kind.INVITED, null, told + " modtagere");
        return told;
    }

    /** Somebody has come to the cluster since: she gets what the others have got, also when she was here before. */
    void toNewcomer(Meeting meeting, String personId) {
        people.addMembers(meeting);
        List<String> documents = papers.kept(meeting);
        String purpose = documents.isEmpty() ? "meeting-date" : "meeting-invitation";
        people.find(meeting, personId)
                .ifPresent(newcomer -> outbox.enqueueAll(mails(
                        meeting,
                        List.of(newcomer),
                        purpose,
                        documents,
                        true,
                        ":again-" + time.now().toEpochMilli())));
        people.invited(meeting);
    }

    /** Everybody who may come hears where the meeting is held after all, and her calendar is put right. */
    int tellPlace(Meeting meeting) {
        List<Invited> expected = people.of(meeting).stream()
                .filter(invited -> invited.reply() != Reply.NO)
                .toList();
        int told = toAll(meeting, expected, "meeting-place", List.of(), true);
        events.add(meeting.clusterId(), meeting.meetingId(), MeetingEvents.Kind.PLACE_TOLD, null, meeting.place());
        return told;
    }

    /** Only to those who have said nothing, and only while they still can. */
    public int remindSilent(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        if (meeting.rsvpClosesAt() == null || !time.now().isBefore(meeting.rsvpClosesAt())) {
            return 0;
        }
        List<Invited> silent = people.of(meeting).stream()
                .filter(invited -> invited.reply() == null)
                .toList();
        int told = toAll(meeting, silent, "meeting-rsvp-reminder", List.of(), false);
        events.add(clusterId, meetingId, MeetingEvents.Kind.REPLIES_REMINDED, null, told + " uden svar");
        return told;
    }

    /** On the day before: those who come are expected, those who have not said so are asked, who has declined is left in peace. */
    public int remindOfMeeting(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        if (!time.today().isBefore(meeting.day())) {
            // moved to today: the new date has just been told, and "tomorrow" would be wrong
            return 0;
        }
        people.addMembers(meeting);
        List<String> documents = papers.kept(meeting);
        List<Invited> everybody = people.of(meeting);
        int told = toAll(meeting, answering(everybody, Reply.YES), "meeting-tomorrow", documents, false);
        told += toAll(meeting, answering(everybody, Reply.MAYBE), TOMORROW_ASK, documents, false);
        told += toAll(meeting, answering(everybody, null), TOMORROW_ASK, documents, false);
        events.add(clusterId, meetingId, MeetingEvents.Kind.MEETING_REMINDED, null, told + " modtagere");
        return told;
    }

    private static List<Invited> answering(List<Invited> everybody, @Nullable Reply reply) {
        return everybody.stream().filter(invited -> invited.reply() == reply).toList();
    }

    /** Everybody who has the date in her calendar hears that the meeting is cancelled, and links to it die. */
    public int cancelled(Meeting meeting, String reason) {
        Cluster cluster = clusters.get(meeting.clusterId());
        List<Mail> mails = new ArrayList<>();
        for (Invited invited : people.of(meeting)) {
            if (invited.invitedSequence() == null || meeting.startsAt() == null) {
                continue;
            }
            Map<String, String> model = model(meeting);
            model.put("reason", reason);
            Mail mail = Mail.of(
                            meeting.clusterId(),
                            "meeting-cancelled",
                            key("meeting-cancelled", meeting, invited),
                            Recipient.person(invited.personId()),
                            model,
                            meeting.businessKey())
                    .withCalendar(calendar.cancel(event(meeting, cluster), invited.name(), invited.mail()));
            mails.add(mail);
        }
        links.endAll(meeting.clusterId(), RSVP, meeting.meetingId());
        return outbox.enqueueAll(mails);
    }

    /** Somebody has answered by mail otherwise than she did herself before, in her name at least. */
    void answerChanged(Meeting meeting, Invited before, Reply now) {
        Map<String, String> model = model(meeting);
        model.put("answer", now.danish());
        outbox.enqueue(Mail.of(
                        meeting.clusterId(),
                        "rsvp-changed",
                        key("rsvp-changed", meeting, before) + ":" + time.now(),
                        Recipient.person(before.personId()),
                        model,
                        meeting.businessKey())
                .withLink(links.of(meeting.clusterId(), RSVP, meeting.meetingId(), before.personId())));
    }

    private int toAll(
            Meeting meeting, List<Invited> recipients, String purpose, List<String> documents, boolean withCalendar) {
        return outbox.enqueueAll(mails(meeting, recipients, purpose, documents, withCalendar, ""));
    }

    /** @param round what tells this mail from an earlier one of the same purpose; empty for the first */
    private List<Mail> mails(
            Meeting meeting,
            List<Invited> recipients,
            String purpose,
            List<String> documents,
            boolean withCalendar,
            String round) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        Cluster cluster = clusters.get(meeting.clusterId());
        Map<String, String> model = model(meeting);
        UnaryOperator<String> link = links.ofAll(
                meeting.clusterId(),
                RSVP,
                meeting.meetingId(),
                recipients.stream().map(Invited::personId).toList());
        List<Mail> mails = new ArrayList<>();
        for (Invited invited : recipients) {
            Mail mail = Mail.of(
                            meeting.clusterId(),
                            purpose,
                            key(purpose, meeting, invited) + round,
                            Recipient.person(invited.personId()),
                            with(
                                    "reply",
                                    invited.reply() == null
                                            ? ""
                                            : invited.reply().name(),
                                    model),
                            meeting.businessKey())
                    .withDocuments(documents)
                    .withLink(link.apply(invited.personId()));
            if (withCalendar) {
                mail = mail.withCalendar(calendar.request(event(meeting, cluster), invited.name(), invited.mail()));
            }
            mails.add(mail);
        }
        return mails;
    }

    private static Map<String, String> with(String name, String value, Map<String, String> model) {
        Map<String, String> more = new HashMap<>(model);
        more.put(name, value);
        return more;
    }

    private Map<String, String> model(Meeting meeting) {
        Map<String, String> model = new HashMap<>();
        model.put(InvitationContent.MEETING, meeting.meetingId());
        model.put("topic", meeting.title());
        model.put("about", meeting.text());
        model.put("when", meeting.fromTo());
        model.put("before", moves.before(meeting));
        model.put("why", moves.latest(meeting).map(MeetingMoves.Move::reason).orElse(""));
        model.put("place", meeting.place().isBlank() ? "Stedet følger" : meeting.place());
        model.put("preparation", settings.forCaseOf(meeting.clusterId(), PREPARATION, meeting.begunOn()));
        model.put("welcome", settings.get(meeting.clusterId(), WELCOME));
        model.put("withFood", String.valueOf(meeting.wantsCatering()));
        boolean isSought = sought.isSought(meeting);
        model.put("dataMayCome", String.valueOf(isSought));
        model.put("withoutData", String.valueOf(meeting.wantsData() && !meeting.hasData() && !isSought));
        model.put("answerBy", meeting.rsvpClosesAt() == null ? "" : Meeting.when(meeting.rsvpClosesAt()));
        return model;
    }

    /** The meeting as calendar programs know it. */
    CalendarEvent event(Meeting meeting, Cluster cluster) {
        return new CalendarEvent(
                meeting.uid(),
                meeting.calendarSequence(),
                cluster.name() + ": " + meeting.title(),
                meeting.text(),
                meeting.place(),
                meeting.start(),
                meeting.end(),
                new CalendarEvent.Organizer(cluster.name(), cluster.mail()));
    }

    private static String key(String purpose, Meeting meeting, Invited invited) {
        // a place is told once for each time it changes, everything else once for each date
        int round = purpose.equals("meeting-place") ? meeting.calendarSequence() : meeting.sequence();
        return purpose + ":" + meeting.businessKey() + ":" + invited.personId() + ":" + round;
    }
}
