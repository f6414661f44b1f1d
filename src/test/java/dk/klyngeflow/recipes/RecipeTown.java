package dk.klyngeflow.recipes;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.ClusterRegister.NewPractice;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clusters that tell each other what worked: each with a coordinator, a secretary, a chair, an auditor and a member, and two practices. */
@TestComponent
public class RecipeTown {

    public static final String AGENDA =
            "16.30  Velkomst (10 min.)\n16.40  Samtale i små grupper (60 min.)\n17.40  Runde (30 min.)\n18.10  Aftaler: hvem gør hvad, og hvornår\n18.30  Tak for i dag";

    private final ClusterRegister register;
    private final Meetings meetings;
    private final MeetingPapers papers;
    private final Documents documents;
    private final Recipes recipes;
    private final RecipeDrafts drafts;
    private final JdbcClient jdbc;
    private final TestClock clock;

    RecipeTown(
            ClusterRegister register,
            Meetings meetings,
            MeetingPapers papers,
            Documents documents,
            Recipes recipes,
            RecipeDrafts drafts,
            JdbcClient jdbc,
            TestClock clock) {
        this.register = register;
        this.meetings = meetings;
        this.papers = papers;
        this.documents = documents;
        this.recipes = recipes;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The pages show the newest of all clusters, and other stories have theirs. */
    void nobodyHasSharedAnything() {
        jdbc.sql(
                        "update klyngeflow.recipe set status = 'WITHDRAWN', withdrawn_at = published_at where status = 'PUBLISHED'")
                .update();
    }

    public String isOpened(String name) {
        String id = "r" + UUID.randomUUID().toString().substring(0, 8);
        register.open(
                new Cluster(id, name, null, PaymentMode.PLO, "post@" + id + ".example", "Region Nord", null),
                List.of(
                        new NewPractice("980101", "Lægerne Fyrvej", 4_200),
                        new NewPractice("980102", "Åbakkens Læger", 3_100)),
                List.of(
                        person(id, "koordinator", "Karen Holmgård", Post.COORDINATOR, Post.MEMBER),
                        person(id, "sekretaer", "Signe Vestrup", Post.SECRETARY),
                        person(id, "formand", "Frederik Lundsby", Post.CHAIR, Post.MEMBER),
                        person(id, "revisor", "Rikke Damsbo", Post.AUDITOR, Post.MEMBER),
                        person(id, "medlem", "Bo Stenkær", Post.MEMBER)));
        return id;
    }

    private static NewPerson person(String cluster, String role, String name, Post... posts) {
        String id = cluster + "-" + role;
        return new NewPerson(id, name, id + "@test.example", List.of(posts), null, id);
    }

    /** With an agenda, a file, and the follow-up behind it. */
    public Meeting hasClosed(String cluster, String title) {
        return hasClosed(cluster, title, AGENDA);
    }

    public Meeting hasClosed(String cluster, String title, String agenda) {
        LocalDate day = CopenhagenTime.dayOf(clock.instant()).minusDays(30);
        Meeting meeting = meetings.add(
                cluster, title, day, day, 120, UUID.randomUUID() + "@test.example", cluster + "-koordinator");
        meetings.fixDate(cluster, meeting.meetingId(), CopenhagenTime.at(day, LocalTime.of(16, 30)));
        meetings.agenda(cluster, meeting.meetingId(), agenda, null);
        meetings.status(cluster, meeting.meetingId(), MeetingStatus.CLOSED);
        return meetings.get(cluster, meeting.meetingId());
    }

    public String paper(Meeting meeting, String fileName, byte[] content) {
        Document kept = documents.store(meeting.clusterId(), fileName, content, meeting.clusterId() + "-koordinator");
        papers.add(meeting, kept.id(), fileName);
        return kept.id();
    }

    /** A measure of the cluster's own, which the meeting was about. */
    void hasMeasured(Meeting meeting, String title, String numerator, String denominator) {
        jdbc.sql("""
                        insert into klyngeflow.measure (cluster_id, measure_id, title, kind, direction, numerator, denominator)
                        values (?, 'opioider', ?, 'PROPORTION', 'LOWER', ?, ?)""").params(meeting.clusterId(), title, numerator, denominator).update();
        jdbc.sql("insert into klyngeflow.meeting_measure values (?, ?, 'opioider', '2026K1', now())")
                .params(meeting.clusterId(), meeting.meetingId())
                .update();
    }

    /** Shared without anything that could be somebody's. @return its id */
    public String hasShared(String cluster, String title) {
        String by = cluster + "-koordinator";
        String id = drafts.begin(hasClosed(cluster, title), by);
        drafts.publish(recipes.ownOne(cluster, id).orElseThrow(), 1, List.of(), by);
        return id;
    }

    /** Begun and not shared yet. @return its id */
    String hasDraft(String cluster) {
        return drafts.begin(hasClosed(cluster, "Udkast"), cluster + "-koordinator");
    }

    /** In which a meeting can be held that is begun now, as its form takes them. */
    Map<String, String> weeks() {
        LocalDate day = CopenhagenTime.dayOf(clock.instant()).plusWeeks(12);
        return Map.of(
                "earliestDay", day.toString(), "latestDay", day.plusWeeks(2).toString());
    }

    /** @param rows a table, with a condition on its cluster */
    int count(String rows, String cluster) {
        return jdbc.sql("select count(*) from klyngeflow." + rows)
                .param(cluster)
                .query(Integer.class)
                .single();
    }
}
