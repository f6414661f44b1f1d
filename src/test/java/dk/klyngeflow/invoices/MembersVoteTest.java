package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A very large sum: the coordinator asks the members by link, and goes by what most of those say who answer. */
@KlyngeflowTest
class MembersVoteTest {

    private static final Map<String, Object> APPROVE =
            Map.of("decision", "APPROVE", "decidedOn", "2026-09-07", "comment", "Medlemmerne er spurgt ved link");

    @LocalServerPort
    int port;

    @Autowired
    MembersVotes votes;

    @Autowired
    ClusterRegister register;

    @Autowired
    InvoiceStory story;

    @Autowired
    MembersVoteLink page;

    @Autowired
    MembersVoteNews news;

    @Autowired
    MembersReminderMail reminder;

    @Autowired
    MembersResultMail result;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void waitsForTheMembers() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);
        story.set(InvoiceSettings.BOARD_LIMIT, 200_000L);
        story.arrives("oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml");
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.boardApproves();
        story.waitsFor("recordMembersDecision");
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void isPaidWhenMostOfThoseWhoAnswerSayYes() {
        assertThat(page.show(held("m7"))).isEmpty();
        assertThat(ask("14.9.2026").statusCode()).isEqualTo(302);
        assertThat(mails()).isEqualTo(21);
        assertThat(invoicePage()).contains("0 ja, 0 nej, 21 har ikke svaret", "Medlemmerne spurgt");

        says("m7", "YES");
        says("m8", "YES");
        says("m9", "NO");
        says("m9", "NO");
        assertThatThrownBy(() -> story.answers("koordinator", "recordMembersDecision", APPROVE))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Medlemmerne svarer endnu");
        story.daysPass(8);
        assertThatThrownBy(() -> says("m10", "NO")).isInstanceOf(FormRefused.class);
        Shown closed = page.show(held("m10")).orElseThrow();
        assertThat(closed.button()).isNull();
        assertThat(invoicePage()).contains("2 ja, 1 nej, 18 har ikke svaret. Flertallet siger ja.");

        story.answers("koordinator", "recordMembersDecision", APPROVE);
        story.dueJobsRun();
        story.waitsFor("confirmPayment");
    }

    @Test
    void isNotApprovedOnATieOrSilence_andCanBeRejected() {
        ask("8.9.2026");
        assertThat(ask("8.9.2026").body()).contains("eller de er spurgt allerede");
        assertThat(mails()).isEqualTo(21);
        says("m7", "YES");
        says("m8", "NO");
        story.daysPass(3);
        assertThatThrownBy(() -> story.answers("koordinator", "recordMembersDecision", APPROVE))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("har ikke sagt ja");
        story.answers(
                "koordinator",
                "recordMembersDecision",
                Map.of("decision", "REJECT", "comment", "Der var ikke flertal."));
        story.hasEnded();
    }

    @Test
    void countsNoLongerWhenTheInvoiceIsChanged() {
        ask("14.9.2026");
        says("m7", "YES");
        story.answers("koordinator", "recordMembersDecision", Map.of("decision", "BACK", "comment", "Forkert konto"));
        story.waitsFor("checkInvoice");
        assertThat(page.show(held("m7"))).isEmpty();
        Map<String, Object> coding = story.coding("2100");
        coding.put("payable", "5.000,00");
        coding.put("vat", "1.000,00");
        coding.put("payTo", "1234 0012345678");
        story.answers("sekretaer", "checkInvoice", coding);
        assertThat(page.show(held("m7"))).isEmpty();
    }

    @Test
    void asksOnlyWithinReasonAndOnlyForThoseWhoMay() {
        assertThat(ask("1.9.2026").body()).contains("Vælg en sidste dag");
        assertThat(ask("1.9.2027").body()).contains("Vælg en sidste dag");
        assertThat(ask("i morgen").body()).contains("er ikke en dato");
        assertThat(mails()).isZero();
        Browser secretary = browser("sekretaer");
        assertThat(secretary.get(path()).body()).doesNotContain("Spørg medlemmerne");
        assertThat(ask(secretary, "14.9.2026").statusCode()).isEqualTo(403);
    }

    @Test
    void theSilentAreRemindedOnceAndEverybodyHearsTheResultOnce() {
        ask("14.9.2026");
        says("m7", "YES");
        news.tell();
        assertThat(mails(MembersVoteNews.REMINDER)).isZero();
        // two days before it closes, at lunch or in the evening
        story.daysPass(6);
        news.tell();
        news.tell();
        assertThat(mails(MembersVoteNews.REMINDER)).isEqualTo(20);
        says("m8", "YES");
        says("m9", "NO");
        assertThat(reminder.at(story.invoice().clusterId(), Optional.of(story.person("m9")), model()))
                .as("she has answered before it was sent")
                .isEmpty();
        assertThat(reminder.at(story.invoice().clusterId(), Optional.of(story.person("m10")), model()))
                .isPresent();
        assertThat(mails(MembersVoteNews.RESULT)).isZero();
        story.daysPass(2);
        news.tell();
        news.tell();
        assertThat(mails(MembersVoteNews.RESULT))
                .as("all members, among them board and coordinator")
                .isEqualTo(21);
        assertThat(result.at(story.invoice().clusterId(), Optional.of(story.person("m7")), model()))
                .hasValueSatisfying(said -> assertThat(said)
                        .containsEntry("result", "2 ja, 1 nej, 18 har ikke svaret. Flertallet siger ja."));
        story.answers("koordinator", "recordMembersDecision", APPROVE);
    }

    @Test
    void nobodyWaitsForASilentMemberWhoLeavesAndAnAnswerThatWasGivenCounts() {
        ask("14.9.2026");
        says("m7", "YES");
        says("m8", "NO");
        String cluster = story.invoice().clusterId();
        register.end(cluster, story.person("m8"), Post.MEMBER);
        register.end(cluster, story.person("m9"), Post.MEMBER);

        assertThat(votes.of(story.invoice()).orElseThrow().text()).startsWith("1 ja, 1 nej, 18 har ikke svaret");
    }

    @Test
    void nothingIsToldOfAQuestionThatNoLongerCounts() {
        ask("14.9.2026");
        story.answers("koordinator", "recordMembersDecision", Map.of("decision", "BACK", "comment", "Forkert konto"));
        story.daysPass(9);
        news.tell();
        assertThat(mails(MembersVoteNews.REMINDER)).isZero();
        assertThat(mails(MembersVoteNews.RESULT)).isZero();
    }

    private Map<String, String> model() {
        return Map.of(
                MembersQuestions.INVOICE_ID,
                story.invoice().id(),
                MembersVoteNews.CONTENT_HASH,
                String.valueOf(story.invoice().contentHash()));
    }

    private HttpResponse<String> ask(String lastDay) {
        return ask(browser("koordinator"), lastDay);
    }

    private HttpResponse<String> ask(Browser browser, String lastDay) {
        String token = Browser.token(browser.get(path()).body());
        return browser.submit(path() + "/medlemmer", "lastDay=" + encoded(lastDay) + "&_csrf=" + encoded(token));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser browser(String role) {
        return Browser.loggedIn(port, story.person(role), story.person(role));
    }

    private String invoicePage() {
        return browser("koordinator").get(path()).body();
    }

    private String path() {
        return "/bilag/" + story.invoice().clusterId() + "/" + story.invoice().id();
    }

    private void says(String member, String answer) {
        page.answer(held(member), Map.of("svar", List.of(answer)));
    }

    private Held held(String member) {
        return new Held(story.invoice().clusterId(), story.invoice().id(), story.person(member));
    }

    private long mails() {
        return mails("members-decision");
    }

    private long mails(String purpose) {
        return jdbc.sql(
                        "select count(*) from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = :purpose")
                .param("cluster", story.invoice().clusterId())
                .param("purpose", purpose)
                .query(Long.class)
                .single();
    }
}
