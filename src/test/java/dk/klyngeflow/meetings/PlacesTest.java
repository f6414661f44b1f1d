package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.inbox.CalendarReply;
import dk.klyngeflow.invitations.MeetingReplies;
import dk.klyngeflow.invitations.PlaceNews;
import dk.klyngeflow.topics.TopicBank;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a meeting is held: whom the coordinator wants to ask first, and how its guests hear of a place that is found or changed. */
@KlyngeflowTest
class PlacesTest {

    private static final int MEMBERS = 21;

    @Autowired
    MeetingStory story;

    @Autowired
    Meetings meetings;

    @Autowired
    PlaceNews news;

    @Autowired
    MeetingPapers papers;

    @Autowired
    MeetingFacts facts;

    @Autowired
    TopicBank topics;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Bookings bookings;

    @Autowired
    WishedSuppliers wishes;

    @Autowired
    MeetingReplies replies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isToldOnceForEachTimeItChangesAndNotWhileItStillDoes() {
        theInvitationHasGone();
        news.tellPlaces();
        assertThat(story.mails("meeting-place")).as("the invitation told it").isZero();

        isHeldAt("Kroen");
        clock.advance(Duration.ofMinutes(20));
        isHeldAt("Forsamlingshuset");
        clock.advance(Duration.ofMinutes(20));
        news.tellPlaces();
        assertThat(story.mails("meeting-place")).as("it may change again").isZero();
        clock.advance(Duration.ofMinutes(11));
        news.tellPlaces();
        news.tellPlaces();
        assertThat(story.mails("meeting-place")).isEqualTo(MEMBERS);
        assertThat(story.meeting().calendarSequence()).isEqualTo(1);
        assertThat(lastCalendar()).contains("SEQUENCE:1", "LOCATION:Forsamlingshuset");

        isHeldAt("Havnen");
        clock.advance(Duration.ofMinutes(31));
        news.tellPlaces();
        assertThat(story.mails("meeting-place")).as("back to the first place").isEqualTo(2L * MEMBERS);

        isHeldAt("Kroen");
        clock.advance(Duration.ofMinutes(5));
        isHeldAt("Havnen");
        clock.advance(Duration.ofMinutes(31));
        news.tellPlaces();
        assertThat(story.mails("meeting-place")).as("nothing is new").isEqualTo(2L * MEMBERS);
    }

    @Test
    void isToldToThoseWhoMayComeAndTheirAnswersStand() {
        theInvitationHasGone();
        String comes = story.person("medlem");
        String declines = story.person("formand");
        story.comes(comes);
        story.replies(declines, "NO");
        isHeldAt("Kroen");
        clock.advance(Duration.ofMinutes(31));
        news.tellPlaces();
        assertThat(story.mails("meeting-place")).isEqualTo(MEMBERS - 1);
        assertThat(story.invited(comes).reply()).isEqualTo(Reply.YES);

        // her calendar program answers the invitation that told the date, not the one that told the place
        MeetingPeople.Invited late = story.invited(story.person("kasserer"));
        CalendarReply reply = new CalendarReply(
                story.cluster(), story.meeting().uid(), 0, late.mail(), late.mail(), "ACCEPTED", null);
        transaction.executeWithoutResult(status -> replies.take(reply));
        assertThat(story.invited(story.person("kasserer")).reply()).isEqualTo(Reply.YES);
    }

    @Test
    void isUnknownAgainWhenTheMeetingIsMovedAndARoomIsToBeFound() {
        story.aMeetingHasADate("ROOM");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.isMoved(CopenhagenTime.at(story.day().plusDays(7), LocalTime.of(16, 30)));
        assertThat(story.meeting().place()).isEmpty();
        assertThat(lastModel("meeting-moved")).contains("Stedet følger");
    }

    @Test
    void staysWhenTheMeetingIsMovedAndNoRoomIsWanted() {
        theInvitationHasGone();
        story.isMoved(CopenhagenTime.at(story.day().plusDays(7), LocalTime.of(16, 30)));
        assertThat(story.meeting().place()).isEqualTo("Havnen");
        clock.advance(Duration.ofMinutes(31));
        news.tellPlaces();
        assertThat(story.mails("meeting-place")).isZero();
    }

    @Test
    void theInvitationSpeaksOfFoodOnlyWhenThereIsSome() {
        theInvitationHasGone();
        assertThat(lastModel("meeting-invitation")).contains("\"withFood\": \"false\"");
    }

    @Test
    void aPaperMayHaveALongName() {
        story.aMeetingHasADate("");
        papers.add(story.meeting(), "document", "n".repeat(250) + ".pdf");
        assertThat(papers.of(story.meeting()))
                .singleElement()
                .satisfies(paper -> assertThat(paper.title()).hasSize(200).endsWith("…"));
    }

    @Test
    void aMemberWhoIsAskedForHelpIsToldOfTheMeeting() {
        theInvitationHasGone();
        String part = story.meeting().businessKey() + "/forplejning";
        assertThat(facts.of(story.cluster(), part)).hasValueSatisfying(told -> {
            assertThat(told.facts()).containsEntry("Møde", "Diabetes og nyrer").containsEntry("Sted", "Havnen");
            assertThat(told.texts()).anyMatch(text -> text.startsWith("Dagsorden:"));
        });
        assertThat(facts.of("another", part)).isEmpty();
    }

    @Test
    void aMemberWhoIsAskedForATopicSeesWhatTheMembersWant() {
        story.aCluster();
        story.aMeetingIsWanted();
        topics.propose(story.cluster(), "Polyfarmaci", "", story.person("m9"));
        assertThat(facts.of(story.cluster(), story.meeting().businessKey()))
                .hasValueSatisfying(told -> assertThat(told.texts())
                        .containsExactly("Det, medlemmerne gerne vil tale om:\nPolyfarmaci (0 stemmer)"));
    }

    @Test
    void theCoordinatorsWishIsAskedFirst() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        isOnTheList("Havnesalen");
        String wished = isOnTheList("Kroen");
        story.aMeetingIsWanted();
        assertThat(offered("room")).extracting(WishedSuppliers.Option::name).containsExactly("Havnesalen", "Kroen");
        assertThat(offered("speaker")).isEmpty();

        Map<String, Object> plan = story.plan("ROOM");
        plan.put("wishRoom", "somebody-elses");
        assertThatThrownBy(() -> story.answers("koordinator", "planMeeting", plan))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("ikke længere på klyngens liste");
        plan.put("wishRoom", wished);
        story.answers("koordinator", "planMeeting", plan);
        story.dueJobsRun();
        story.theDateIsFound();
        assertThat(bookings.of(story.cluster(), story.meeting().businessKey()))
                .extracting(SupplierBooking::supplierName)
                .containsExactly("Kroen");
    }

    @Test
    void withoutAWishTheFirstOnTheListIsAsked() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        isOnTheList("Havnesalen");
        String second = isOnTheList("Kroen");
        suppliers.moveUp(story.cluster(), second);
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("ROOM");
        story.dueJobsRun();
        story.theDateIsFound();
        assertThat(bookings.of(story.cluster(), story.meeting().businessKey()))
                .extracting(SupplierBooking::supplierName)
                .containsExactly("Kroen");
    }

    private List<WishedSuppliers.Option> offered(String kind) {
        return Objects.requireNonNull(wishes.offered(story.meeting()).get(kind)).options();
    }

    private void theInvitationHasGone() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        assertThat(story.meeting().place()).isEqualTo("Havnen");
    }

    private void isHeldAt(String place) {
        meetings.place(story.cluster(), story.meeting().meetingId(), place);
    }

    private String isOnTheList(String name) {
        return suppliers.add(
                story.cluster(),
                new Suppliers.Entry(
                        BookingKind.ROOM,
                        name,
                        new Suppliers.Reach("", name + "@sted.example", "98 00 00 00", "", "Havnegade 1"),
                        Suppliers.Terms.UNKNOWN,
                        false,
                        true));
    }

    private String lastModel(String purpose) {
        return jdbc.sql("""
                        select model::text from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = :purpose order by mail_id desc limit 1""")
                .param("cluster", story.cluster())
                .param("purpose", purpose)
                .query(String.class)
                .single();
    }

    private List<String> lastCalendar() {
        return jdbc.sql("""
                        select calendar_text from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = 'meeting-place' order by mail_id desc limit 1""")
                .param("cluster", story.cluster())
                .query(String.class)
                .single()
                .lines()
                .toList();
    }
}
