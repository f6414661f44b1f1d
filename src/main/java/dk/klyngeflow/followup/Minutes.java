package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the minutes of a meeting and sends them to all members. */
@Component
class Minutes {

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final MeetingEvents events;
    private final WrapUps wrapUps;
    private final ActionItems items;
    private final Clusters clusters;
    private final People people;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final Links links;
    private final Outbox outbox;
    private final CopenhagenTime time;

    Minutes(
            Meetings meetings,
            MeetingPeople invited,
            MeetingEvents events,
            WrapUps wrapUps,
            ActionItems items,
            Clusters clusters,
            People people,
            Documents documents,
            PdfMaker pdfs,
            Links links,
            Outbox outbox,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.invited = invited;
        this.events = events;
        this.wrapUps = wrapUps;
        this.items = items;
        this.clusters = clusters;
        this.people = people;
        this.documents = documents;
        this.pdfs = pdfs;
        this.links = links;
        this.outbox = outbox;
        this.time = time;
    }

    /** The minutes as they would be sent now. */
    byte[] pdf(Meeting meeting) {
        WrapUp wrapUp = wrapUps.get(meeting);
        List<String> came = invited.of(meeting).stream()
                .filter(person -> Boolean.TRUE.equals(person.attended()))
                .map(MeetingPeople.Invited::name)
                .toList();
        return pdfs.pdf(
                "minutes",
                Map.of(
                        "cluster", clusters.get(meeting.clusterId()).name(),
                        "topic", meeting.title(),
                        "when", meeting.when(),
                        "venue", meeting.place(),
                        "came", came,
                        "agenda", lines(meeting.agenda()),
                        "keyPoints", lines(wrapUp.keyPoints()),
                        "items", items.of(meeting),
                        "isDraft", !wrapUp.isApproved(),
                        "today", DanishTime.DAY.format(time.today())));
    }

    /** Keeps the minutes and mails them to everybody who is a member now. */
    void send(String clusterId, String meetingId) {
        Meeting meeting = meetings.lock(clusterId, meetingId);
        Document kept = documents.store(clusterId, "referat-" + meeting.day() + ".pdf", pdf(meeting), "system");
        documents.keepForAccountingYear(clusterId, kept.id(), meeting.day().getYear());
        wrapUps.minutes(meeting, kept.id());
        links.endAll(clusterId, KeyPoints.PURPOSE, meetingId);
        meetings.status(clusterId, meetingId, MeetingStatus.MINUTED);
        events.add(clusterId, meetingId, MeetingEvents.Kind.MINUTES_SENT, null, "");
        String agreed = String.valueOf(items.of(meeting).size());
        outbox.enqueueAll(people.holding(clusterId, Role.MEMBER).stream()
                .map(member -> Mail.of(
                                clusterId,
                                "minutes",
                                "minutes:" + meeting.businessKey() + ":" + member.id() + ":1",
                                Recipient.person(member.id()),
                                Map.of(
                                        "topic", meeting.title(),
                                        "day", DanishTime.DAY.format(meeting.day()),
                                        "items", agreed),
                                meeting.businessKey() + MeetingWrapUp.PART)
                        .withDocuments(List.of(kept.id())))
                .toList());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
