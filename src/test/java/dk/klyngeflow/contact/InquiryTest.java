package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.contact.AskedInquiry.State;
import dk.klyngeflow.contactbook.Contact;
import dk.klyngeflow.contactbook.ContactKind;
import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.AgendaPoints;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.pages.CasesUnderWay;
import dk.klyngeflow.security.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** Every way that an inquiry can go. */
@KlyngeflowTest
class InquiryTest {

    @Autowired
    InquiryStory story;

    @Autowired
    AgendaPoints points;

    @Autowired
    Contacts contacts;

    @Autowired
    InquiryRetention retention;

    @Autowired
    UnconfirmedRetention unconfirmed;

    @Autowired
    InquiryCases cases;

    @Autowired
    Inquiries inquiries;

    @Autowired
    HistoryService history;

    @Autowired
    ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    @Autowired
    InquiryStandings standings;

    @BeforeEach
    void somebodyWrites() {
        story.somebodyWrites();
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void reachesNobodyBeforeTheAddressIsConfirmed() {
        story.waitsFor();
        assertThat(story.mailed("inquiry-confirm")).containsExactly(InquiryStory.ASKER);
        assertThat(story.mailed("inquiry-received")).isEmpty();
        story.sheConfirms();
        story.waitsFor("handleInquiry");
        assertThat(story.mail("inquiry-received", InquiryStory.ASKER)).contains("nr. " + story.number(), "Må vi komme");
        assertThat(story.openTasks().get(0).getName())
                .contains("Svar på henvendelse")
                .endsWith("„Nyt forløb“");
        // a second click on the same link changes nothing
        assertThat(story.sees("inquiry-confirm", "guest:" + story.number())).isEmpty();
        story.waitsFor("handleInquiry");
    }

    @Test
    void isGoneWhenNobodyConfirms() {
        story.daysPass(3);
        assertThat(story.sees("inquiry-confirm", "guest:" + story.number())).isEmpty();
        assertThat(unconfirmed.forget(dk.klyngeflow.TestClock.START.plus(Duration.ofDays(1))))
                .isPositive();
        assertThat(inquiries.of(story.cluster())).isEmpty();
    }

    @Test
    void isAnsweredByTheCoordinator() {
        story.sheConfirms();
        story.theCoordinator("ANSWER", "answer", "Kom gerne den 3. november.");
        assertThat(story.mail("inquiry-answer", InquiryStory.ASKER))
                .contains("Kom gerne den 3. november.", "Karen Holmgård", "Må vi komme og fortælle?");
        assertThat(story.state()).isEqualTo(State.ANSWERED);
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void isAnsweredByAColleagueByLink() {
        story.sheConfirms();
        delegated();
        assertThat(story.mail("inquiry-delegate", story.colleague()))
                .contains("Du ved mest", "lørdag den 12. september", "/svar#");
        assertThat(story.sees("inquiry-delegate", story.colleague())
                        .orElseThrow()
                        .blocks()
                        .toString())
                .contains("Du ved mest", "Astmaforeningen", "Må vi komme");
        assertThat(story.sees("inquiry-delegate", story.person("formand"))).isEmpty();
        story.sends(
                "inquiry-delegate",
                story.colleague(),
                Map.of("decision", List.of("ANSWER"), "text", List.of("Vi vil meget gerne høre om det.")));
        assertThat(story.mail("inquiry-answer", InquiryStory.ASKER)).contains("Vi vil meget gerne", "Mads Enevold");
        assertThat(story.mailed("inquiry-delegate-answered")).containsExactly(story.person("koordinator"));
        assertThat(story.mail("inquiry-answer", InquiryStory.ASKER)).doesNotContain("Du ved mest");
        assertThat(story.state()).isEqualTo(State.ANSWERED);
        assertThat(story.isOpen()).isFalse();
        // a double click
        assertThatThrownBy(() -> story.sends(
                        "inquiry-delegate",
                        story.colleague(),
                        Map.of("decision", List.of("ANSWER"), "text", List.of("Vi vil meget gerne høre om det."))))
                .isInstanceOf(FormRefused.class);
        assertThat(story.mailed("inquiry-answer")).hasSize(1);
    }

    @Test
    void comesBackFromAColleagueWhoCannot() {
        story.sheConfirms();
        delegated();
        story.sends(
                "inquiry-delegate",
                story.colleague(),
                Map.of("decision", List.of("CANNOT"), "text", List.of("Jeg er på ferie.")));
        story.waitsFor("handleInquiry");
        assertThat(story.mail("inquiry-delegate-answered", story.person("koordinator")))
                .contains("svarer ikke", "ferie");
        assertThat(story.mailed("inquiry-delegate-over")).isEmpty();
        assertThat(story.mailed("inquiry-answer")).isEmpty();
        assertThat(story.state()).isEqualTo(State.OPEN);
    }

    @Test
    void remindsAColleagueAndComesBackWhenHerTimeIsOver() {
        story.sheConfirms();
        delegated();
        story.daysPass(4);
        assertThat(story.mailed("inquiry-delegate-reminder")).containsExactly(story.colleague());
        story.waitsFor("awaitDelegate");
        story.daysPass(2);
        story.waitsFor("handleInquiry");
        assertThat(story.mailed("inquiry-delegate-over")).containsExactly(story.colleague());
        assertThat(story.sees("inquiry-delegate", story.colleague())).isEmpty();
        story.tookThePath("delegationExpired", "remindDelegate");
    }

    @Test
    void isTakenBackFromAColleague() {
        story.sheConfirms();
        delegated();
        story.does("awaitDelegate", "TAKE_BACK");
        story.waitsFor("handleInquiry");
        assertThat(story.mailed("inquiry-delegate-over")).containsExactly(story.colleague());
        assertThatThrownBy(() -> story.sends(
                        "inquiry-delegate",
                        story.colleague(),
                        Map.of("decision", List.of("ANSWER"), "text", List.of("For sent"))))
                .isInstanceOf(FormRefused.class);
        // the same colleague once more is asked anew
        delegated();
        assertThat(story.mailed("inquiry-delegate")).hasSize(2);
    }

    @Test
    void comesBackWhenTheColleagueLeaves() {
        story.sheConfirms();
        delegated();
        events.publishEvent(new MemberLeft(story.cluster(), story.colleague()));
        story.dueJobsRun();
        story.waitsFor("handleInquiry");
    }

    @Test
    void standsOnTheAgendaAndComesBackAfterTheMeeting() {
        story.sheConfirms();
        Meeting meeting = story.aMeetingIsArranged("KOL");
        story.hasADraft(meeting, "16.30  Velkommen\n18.00  Aftaler\n18.15  Tak for i dag");
        story.theCoordinator(
                "MEETING", "meetingId", meeting.meetingId(), "agendaTitle", "Henvendelse udefra: Nyt forløb");
        story.waitsFor();
        assertThat(story.agenda(meeting).lines().toList())
                .containsExactly(
                        "16.30  Velkommen",
                        "       Henvendelse udefra: Nyt forløb",
                        "18.00  Aftaler",
                        "18.15  Tak for i dag");
        assertThat(points.takenUpBy(story.meeting(meeting))).containsExactly("Henvendelse udefra: Nyt forløb");
        assertThat(story.mail("inquiry-on-agenda", InquiryStory.ASKER)).contains("Mødet er onsdag den 7. oktober");
        story.isHeld(meeting);
        story.waitsFor("handleInquiry");
        assertThat(points.meetingOf(story.cluster(), story.key())).isEmpty();
        story.theCoordinator("ANSWER", "answer", "Vi talte om det og siger ja tak.");
        assertThat(story.state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void waitsForTheNextAgendaAndSurvivesACancelledMeeting() {
        story.sheConfirms();
        story.theCoordinator("MEETING", "agendaTitle", "Henvendelse udefra: Nyt forløb");
        assertThat(story.mail("inquiry-on-agenda", InquiryStory.ASKER)).contains("ikke fastlagt endnu");
        Meeting first = story.aMeetingIsArranged("KOL");
        assertThat(points.takenUpBy(first)).hasSize(1);
        story.isCancelled(first);
        Meeting second = story.aMeetingIsArranged("Astma");
        assertThat(points.takenUpBy(second)).containsExactly("Henvendelse udefra: Nyt forløb");
        story.isHeld(second);
        story.waitsFor("handleInquiry");
    }

    @Test
    void isTakenUpAgainWithoutWaitingForTheMeeting() {
        story.sheConfirms();
        Meeting meeting = story.aMeetingIsArranged("KOL");
        story.hasADraft(meeting, "16.30  Velkommen\n18.00  Aftaler\n18.15  Tak for i dag");
        story.theCoordinator("MEETING", "meetingId", meeting.meetingId(), "agendaTitle", "Henvendelse udefra");
        assertThat(cases.takeUpAgain(story.cluster(), story.number())).isTrue();
        story.dueJobsRun();
        story.waitsFor("handleInquiry");
        assertThat(story.agenda(meeting)).doesNotContain("Henvendelse");
        assertThat(cases.takeUpAgain(story.cluster(), story.number())).isFalse();
    }

    @Test
    void comesBackWhenNoMeetingTakesItUp() {
        story.sheConfirms();
        story.theCoordinator("MEETING", "agendaTitle", "Henvendelse udefra");
        story.daysPass(181);
        story.waitsFor("handleInquiry");
        story.tookThePath("notDiscussed");
    }

    @Test
    void isForwardedToSomebodyOfTheContactBook() {
        String contact = contacts.add(
                story.cluster(),
                new Contacts.Entry(
                        ContactKind.DEPARTMENT,
                        new Contact.Who("Tine Rask", "Overlæge", "Lungeafdelingen"),
                        new Contact.Reach("", "tine@sygehus.example"),
                        ""));
        story.sheConfirms();
        story.theCoordinator("FORWARD", "contactId", contact, "forwardNote", "Kan I svare?");
        assertThat(story.mailed("inquiry-forward")).containsExactly("tine@sygehus.example");
        assertThat(story.mail("inquiry-forward", "Tine Rask, Overlæge, Lungeafdelingen"))
                .contains("Kan I svare?", "Må vi komme og fortælle?", InquiryStory.ASKER);
        assertThat(story.mail("inquiry-forwarded", InquiryStory.ASKER)).contains("Lungeafdelingen");
        assertThat(contacts.find(story.cluster(), contact).orElseThrow().lastContact())
                .contains("klyngen skrev");
        assertThat(story.state()).isEqualTo(State.FORWARDED);
    }

    @Test
    void standsSinceItCameAndSinceItCameBack() {
        story.sheConfirms();
        assertThat(standing().stands()).isEqualTo("Venter på svar");
        assertThat(standing().since()).isEqualTo(TestClock.START);
        assertThat(standing().called()).isEqualTo("nr. " + story.number());
        story.theCoordinator("DELEGATE", "delegate", story.colleague(), "delegateUntil", "2026-09-11");
        assertThat(standing().stands()).isEqualTo("Hos en kollega");
        story.daysPass(6);
        assertThat(standing().stands()).isEqualTo("Venter på svar");
        assertThat(standing().since()).isAfter(TestClock.START.plus(java.time.Duration.ofDays(3)));
        story.theCoordinator("ANSWER", "answer", "Ja tak.");
        assertThat(standings.in(story.cluster())).isEmpty();
    }

    private CasesUnderWay.Standing standing() {
        assertThat(standings.in(story.cluster())).hasSize(1);
        return standings.in(story.cluster()).get(0);
    }

    /** The one who asked is no member, and a person has written to her. */
    @Test
    void mailsToPeopleOutsideDoNotEndAsThoseToMembersDo() {
        story.sheConfirms();
        assertThat(footer("inquiry-received", InquiryStory.ASKER)).contains("fordi du har skrevet til klyngen");
        story.theCoordinator("FORWARD", "forwardName", "Kommunen", "forwardMail", "post@kommune.example");
        assertThat(footer("inquiry-forward", "Kommunen")).contains("sendt en henvendelse videre til dig");
        assertThat(footer("inquiry-forwarded", InquiryStory.ASKER)).contains("fordi du har skrevet til klyngen");
    }

    private String footer(String purpose, String recipient) {
        String page = story.page(purpose, recipient).replaceAll("\\s+", " ");
        assertThat(page).doesNotContain("sendt automatisk", "Dine oplysninger");
        return page;
    }

    /** The board reads along; the contact book it sees when the task has come to it. */
    @Test
    void theBoardSeesTheContactBookWhenTheTaskIsItsOwn() {
        contacts.add(
                story.cluster(),
                new Contacts.Entry(
                        ContactKind.DEPARTMENT,
                        new Contact.Who("Tine Rask", "Overlæge", "Lungeafdelingen"),
                        new Contact.Reach("", "tine@sygehus.example"),
                        ""));
        story.sheConfirms();
        String path = "/api/clusters/" + story.cluster() + "/inquiries/" + story.number();
        assertThat(as("koordinator").get(path).body()).contains("Tine Rask");
        assertThat(as("sekretaer").get(path).body()).contains("Tine Rask");
        assertThat(as("formand").get(path).body()).contains("Må vi komme").doesNotContain("Tine Rask");
        story.daysPass(11);
        assertThat(as("formand").get(path).body()).contains("Tine Rask");
    }

    private Browser as(String role) {
        String person = story.person(role);
        return Browser.basic(port, person, person);
    }

    @Test
    void isForwardedToATypedAddress() {
        story.sheConfirms();
        story.theCoordinator("FORWARD", "forwardName", "Kommunen", "forwardMail", "post@kommune.example");
        assertThat(story.mailed("inquiry-forward")).containsExactly("post@kommune.example");
        assertThat(story.mail("inquiry-forwarded", InquiryStory.ASKER)).contains("Kommunen");
    }

    @Test
    void isClosedWithoutAWordWhenItIsSpam() {
        story.sheConfirms();
        story.theCoordinator("CLOSE", "reason", "SPAM", "tellAsker", "SILENT");
        assertThat(story.mailed("inquiry-closed")).isEmpty();
        assertThat(story.inquiry().reason()).isEqualTo("SPAM");
        assertThat(story.inquiry().told()).isFalse();
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void isClosedWithAWord() {
        story.sheConfirms();
        story.theCoordinator(
                "CLOSE", "reason", "SETTLED", "tellAsker", "TELL", "closingText", "Vi talte sammen i telefonen.");
        assertThat(story.mail("inquiry-closed", InquiryStory.ASKER)).contains("Vi talte sammen");
        assertThat(story.inquiry().told()).isTrue();
    }

    @Test
    void goesToChairAndSecretaryAfterTenSilentDays() {
        story.sheConfirms();
        story.daysPass(9);
        assertThat(story.mailed("inquiry-open")).isEmpty();
        story.daysPass(2);
        assertThat(story.mailed("inquiry-open"))
                .containsExactlyInAnyOrder(story.person("formand"), story.person("sekretaer"));
        story.waitsFor("handleInquiry");
        story.theCoordinator("ANSWER", "answer", "Undskyld ventetiden.");
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void goesToChairAndSecretaryAlsoWhileAColleagueHasIt() {
        story.sheConfirms();
        story.theCoordinator("DELEGATE", "delegate", story.colleague(), "delegateUntil", "2026-09-25");
        story.daysPass(11);
        assertThat(story.mailed("inquiry-open")).hasSize(2);
        story.daysPass(9);
        story.waitsFor("handleInquiry");
        assertThat(story.mailed("inquiry-open"))
                .as("not told twice of the same")
                .hasSize(2);
    }

    @Test
    void refusesWhatCannotBeTaken() {
        story.sheConfirms();
        for (String[] wrong : List.of(
                new String[] {"ELSE"},
                new String[] {"ANSWER"},
                new String[] {"ANSWER", "answer", "Om patienten 010190-1234"},
                new String[] {"DELEGATE", "delegate", "somebody", "delegateUntil", "2026-09-12"},
                new String[] {"DELEGATE", "delegate", story.colleague()},
                new String[] {"DELEGATE", "delegate", story.colleague(), "delegateUntil", "2026-09-01"},
                new String[] {"MEETING", "agendaTitle", ""},
                new String[] {"MEETING", "agendaTitle", "Henvendelse", "meetingId", "none-such"},
                new String[] {"FORWARD"},
                new String[] {"FORWARD", "forwardName", "X", "forwardMail", "no address"},
                new String[] {"FORWARD", "contactId", "none-such"},
                new String[] {"CLOSE", "reason", "SPAM"},
                new String[] {"CLOSE", "tellAsker", "SILENT"},
                new String[] {"CLOSE", "reason", "OTHER", "tellAsker", "TELL"})) {
            String[] fields = java.util.Arrays.copyOfRange(wrong, 1, wrong.length);
            assertThatThrownBy(() -> story.theCoordinator(wrong[0], fields))
                    .as(String.join(" ", wrong))
                    .isInstanceOf(FormRefused.class);
        }
        story.waitsFor("handleInquiry");
        assertThat(story.said()).as("nothing was kept").hasSize(1);
    }

    @Test
    void nothingOfItBecomesAVariable() {
        story.sheConfirms();
        delegated();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .tenantIdIn(story.cluster())
                        .list())
                .isNotEmpty()
                .noneMatch(value -> String.valueOf(value.getValue()).matches("(?s).*(@|Anne|Må vi|Du ved).*"));
    }

    @Test
    void isForgottenAYearAfterItsEnd() {
        story.sheConfirms();
        story.theCoordinator("ANSWER", "answer", "Ja tak.");
        retention.forget(dk.klyngeflow.TestClock.START.minus(Duration.ofDays(1)));
        assertThat(inquiries.of(story.cluster())).hasSize(1);
        retention.forget(dk.klyngeflow.TestClock.START.plus(Duration.ofDays(1)));
        assertThat(inquiries.of(story.cluster())).isEmpty();
        assertThat(inquiries.find(story.cluster(), story.number())).isEmpty();
    }

    private void delegated() {
        story.theCoordinator(
                "DELEGATE",
                "delegate",
                story.colleague(),
                "delegateUntil",
                "2026-09-12",
                "question",
                "Du ved mest om det.");
        story.waitsFor("awaitDelegate");
    }
}
