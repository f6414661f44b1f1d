package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Mandates;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.PeopleTown;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostsOfTheDay;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year of comings and goings in a cluster with a meeting under way: what the page says beforehand is what happens. */
@KlyngeflowTest
class ComingsAndGoingsTest {

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    @Autowired
    People people;

    @Autowired
    Mandates mandates;

    @Autowired
    Duties duties;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    @Autowired
    PostsOfTheDay night;

    private PeopleTown coordinator = new PeopleTown(Browser.anonymous(1), "");

    @BeforeEach
    void aMeetingIsPlanned() {
        story.aCluster();
        coordinator = town("koordinator");
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("ROOM,CATERING");
        story.dueJobsRun();
    }

    private PeopleTown town(String post) {
        return new PeopleTown(Browser.loggedIn(port, story.person(post), story.person(post)), story.cluster());
    }

    @Test
    void aNewcomerIsAskedInTheOpenPollAndInvitedToWhatIsToCome() {
        assertThat(coordinator.does("add", "navn=Hanne+Lind&mail=hanne@lind.example&post=MEMBER&ydernummer=990106"))
                .contains("Bliver spurgt i 1 åben datoafstemning.");
        String hanne = id("Hanne Lind");
        assertThat(story.hasLink("date-poll", hanne)).isTrue();
        story.theDateIsFound();
        story.dueJobsRun();

        assertThat(coordinator.does("add", "navn=Ib+Dal&mail=ib@dal.example&post=MEMBER&ydernummer=990106"))
                .contains("Bliver indkaldt til 1 møde.", "1 mail sendes.");
        String ib = id("Ib Dal");
        assertThat(story.invited(ib).invitedSequence()).isNotNull();
        story.comes(ib);
        assertThat(mailsTo(ib)).containsExactly("meeting-date");
        assertThat(mailsTo(hanne)).contains("date-poll", "meeting-date").doesNotHaveDuplicates();
    }

    @Test
    void aNewcomerIsAskedForTopicsWhileTheOthersAre() {
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 7);
        story.aMeetingIsWanted();
        story.dueJobsRun();

        assertThat(coordinator.does("add", "navn=Jo+Fald&mail=jo@fald.example&post=MEMBER&ydernummer=990106"))
                .contains("2 mails sendes.");
        assertThat(story.hasLink("topics", id("Jo Fald"))).isTrue();
    }

    @Test
    void aPostThatBeginsAtNightTakesItsTasksWithIt() {
        story.theDateIsFound();
        story.dueJobsRun();
        story.untilTheAgenda();
        String after = story.person("formand");
        assertThat(coordinator.does(
                        "give",
                        "person=" + after + "&post=COORDINATOR&fra="
                                + time.today().plusDays(1)))
                .contains(" går til Frederik Lundsby.", "Det sker først på dagen");
        assertThat(tasksOf(after)).isZero();
        assertThat(people.holding(story.cluster(), Post.COORDINATOR))
                .extracting(Person::id)
                .doesNotContain(after);

        clock.advance(Duration.ofDays(1));
        night.turn();

        assertThat(people.holding(story.cluster(), Post.COORDINATOR))
                .extracting(Person::id)
                .containsExactly(after);
        assertThat(tasksOf(after)).isPositive();
        assertThat(tasksOf(story.person("koordinator"))).isZero();
    }

    @Test
    void somebodyLeavesInTheMiddleOfAMeetingWithTasksLinksAndADutyThatWasMoved() {
        story.theDateIsFound();
        story.dueJobsRun();
        String secretary = story.person("sekretaer");
        mandates.change(story.cluster(), duties.get(MeetingDuties.DECIDE_ON_MEETING.id()), secretary, "test");
        long hers = tasksOf(secretary);
        assertThat(hers).as("places to find").isPositive();

        String said = coordinator.effect("leave", "person=" + secretary);

        assertThat(said)
                .contains((hers == 1 ? "1 åben opgave" : hers + " åbne opgaver") + " går til Karen Holmgård.")
                .contains("er ikke længere overdraget til Signe Vestrup og ligger hos Karen Holmgård");
        assertThat(tasksOf(secretary)).as("only said").isEqualTo(hers);
        assertThat(coordinator.does("leave", "person=" + secretary)).isEqualTo(said);
        assertThat(tasksOf(secretary)).isZero();
        assertThat(mandates.movedTo(story.cluster(), MeetingDuties.DECIDE_ON_MEETING.id()))
                .isEmpty();

        String member = story.person("m7");
        assertThat(story.hasLink("rsvp", member)).isTrue();
        assertThat(coordinator.does("leave", "person=" + member))
                .contains("personlig", "dør.", "1 kommende møde regner ikke længere med personen.");
        assertThat(story.hasLink("rsvp", member)).isFalse();
    }

    @Test
    void aSecretaryWhoIsLoggedInIsLetInNoLonger() {
        Browser secretary = Browser.loggedIn(port, story.person("sekretaer"), story.person("sekretaer"));
        assertThat(secretary.get("/folk/" + story.cluster()).statusCode()).isEqualTo(200);

        coordinator.does("leave", "person=" + story.person("sekretaer"));

        assertThat(secretary.get("/folk/" + story.cluster()).statusCode()).isEqualTo(404);
    }

    @Test
    void thePostOfCoordinatorGoesOnWithItsTasksAndComesBack() {
        story.theDateIsFound();
        story.dueJobsRun();
        story.untilTheAgenda();
        String before = story.person("koordinator");
        String after = story.person("kasserer");
        long hers = tasksOf(before);
        assertThat(hers).as("the agenda to approve").isPositive();

        assertThat(coordinator.does("give", "person=" + after + "&post=COORDINATOR"))
                .contains("Posten som koordinator går fra Karen Holmgård til Kirsten Ahlmark")
                .contains(" går til Kirsten Ahlmark.");

        assertThat(tasksOf(before)).isZero();
        assertThat(tasksOf(after)).isGreaterThanOrEqualTo(hers);
        assertThat(people.holding(story.cluster(), Post.COORDINATOR))
                .extracting(Person::id)
                .containsExactly(after);
        HttpResponse<String> noLonger = town("koordinator").wishes("leave", "person=" + story.person("m7"));
        assertThat(noLonger.statusCode()).isEqualTo(403);
        assertThat(town("kasserer").does("leave", "person=" + before)).contains("Karen Holmgård er ikke i klyngen");
        assertThat(story.hasLink("rsvp", before)).isFalse();
    }

    @Test
    void somebodyMovesPracticeAndNothingElseChanges() {
        String member = story.person("m8");
        String said = coordinator.does("move", "person=" + member + "&ydernummer=990109");

        assertThat(said)
                .contains("flytter til Lægerne Østergab (990109)")
                .contains("Ingen opgaver, links, afstemninger eller møder berøres");
        assertThat(story.hasLink("date-poll", member)).isTrue();
    }

    private String id(String name) {
        return people.of(story.cluster()).stream()
                .filter(person -> person.name().equals(name))
                .map(Person::id)
                .findFirst()
                .orElseThrow();
    }

    private long tasksOf(String person) {
        return tasks.createTaskQuery()
                .tenantIdIn(story.cluster())
                .taskAssignee(person)
                .count();
    }

    private List<String> mailsTo(String person) {
        return jdbc.sql("""
                        select purpose from klyngeflow.mail_outbox
                        where cluster_id = :cluster and recipient_person = :person
                          and purpose in ('date-poll', 'meeting-date', 'meeting-invitation') order by mail_id""")
                .param("cluster", story.cluster())
                .param("person", person)
                .query(String.class)
                .list();
    }
}
