package dk.klyngeflow.followup;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Practices;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of who came, which goes to PLO with the vouchers of the meeting and to nobody else. */
@Component
class AttendanceLists {

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final WrapUps wrapUps;
    private final Clusters clusters;
    private final Practices practices;
    private final Documents documents;
    private final PdfMaker pdfs;

    AttendanceLists(
            Meetings meetings,
            MeetingPeople invited,
            WrapUps wrapUps,
            Clusters clusters,
            Practices practices,
            Documents documents,
            PdfMaker pdfs) {
        this.meetings = meetings;
        this.invited = invited;
        this.wrapUps = wrapUps;
        this.clusters = clusters;
        this.practices = practices;
        this.documents = documents;
        this.pdfs = pdfs;
    }

    /** A line of the list. */
    record Line(String name, String practice) {}

    private record Paper(
            String cluster,
            @Nullable String cvr,
            String topic,
            String when,
            int minutes,
            String venue,
            List<Line> lines) {}

    void file(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        Document kept = documents.store(clusterId, "fremmoedeliste-" + meeting.day() + ".pdf", pdf(meeting), "system");
        documents.keepForAccountingYear(clusterId, kept.id(), meeting.day().getYear());
        wrapUps.attendance(meeting, kept.id());
    }

    private byte[] pdf(Meeting meeting) {
        Cluster cluster = clusters.get(meeting.clusterId());
        Map<String, String> practiceOf = practices.byMember(meeting.clusterId());
        List<Line> lines = invited.of(meeting).stream()
                .filter(person -> Boolean.TRUE.equals(person.attended()))
                .map(person -> new Line(person.name(), practiceOf.getOrDefault(person.personId(), "")))
                .toList();
        return pdfs.pdf(
                "attendance-list",
                new Paper(
                        cluster.name(),
                        cluster.cvr(),
                        meeting.title(),
                        meeting.when(),
                        meeting.minutes(),
                        meeting.place(),
                        lines));
    }
}
