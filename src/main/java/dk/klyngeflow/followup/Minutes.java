package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.benchmarks.MeetingFigures;
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
    private final MeetingFigures figures;
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
            MeetingFigures figures,
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
        this.figures = figures;
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
                Map.ofEntries(
                        Map.entry("cluster", clusters.get(meeting.clusterId()).name()),
                        Map.entry("topic", meeting.title()),
                        Map.entry("when", meeting.when()),
                        Map.entry("venue", meeting.place()),
                        Map.entry("came", came),
                        Map.entry("agenda", lines(meeting.agenda())),
                        Map.entry("keyPoints", lines(wrapUp.keyPoints())),
                        Map.entry("items", items.of(meeting)),
                        Map.entry("figures", figures(meeting)),
                        Map.entry("isDraft", !wrapUp.isApproved()),
                        Map.entry("today", DanishTime.DAY.format(time.today()))));
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

    /** What was released of the measures, in words and as a picture; nobody's own. */
    private List<Shown> figures(Meeting meeting) {
        return figures.lasting(meeting).stream()
                .map(picture -> new Shown(
                        picture.title() + ", " + picture.period(),
                        picture.words(),
                        picture.svg().isEmpty() ? "" : PdfMaker.figure(picture.svg())))
                .toList();
    }

    /** @param data empty when there is no picture */
    record Shown(String title, String words, String data) {}

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
