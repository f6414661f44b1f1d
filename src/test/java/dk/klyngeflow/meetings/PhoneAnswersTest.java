package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secretary and coordinator answer for a member who phones; she hears of it, and her own answer counts for more. */
@KlyngeflowTest
class PhoneAnswersTest {

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void theInvitationIsAnsweredNotedAndTold() {
        story.aMeetingHasADate("CATERING");
        String member = story.person("medlem");
        String address = address("rsvp", member);
        Browser secretary = browser("sekretaer");
        assertThat(secretary.get(meetingPage()).body()).contains(address.substring(address.lastIndexOf('/') + 1));
        assertThat(secretary.get(address).body()).contains("Svar for Mads Enevold");

        HttpResponse<String> saved =
                post(secretary, address, Map.of("svar-0", "YES", "mad", "VEGAN", "besked", "Kommer lidt sent"));

        assertThat(saved.body()).contains("er gemt", "Ja, jeg kommer");
        assertThat(story.invited(member).reply()).isEqualTo(Reply.YES);
        assertThat(story.invited(member).repliedBy()).isEqualTo("STAFF");
        assertThat(secretary.get(meetingPage()).body())
                .contains("Kommer (taget i telefonen af Signe Vestrup)", "Tilmelding fra et medlem taget i telefonen");
        assertThat(story.mails("answered-for")).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select model::text from klyngeflow.mail_outbox where cluster_id = :c and purpose = 'answered-for'")
                        .param("c", story.cluster())
                        .query(String.class)
                        .single())
                .as("what she said is not kept in the outbox")
                .doesNotContain("YES")
                .doesNotContain("VEGAN");
    }

    @Test
    void herOwnAnswerWinsAndSaysSo() {
        story.aMeetingHasADate("");
        String member = story.person("medlem");
        post(browser("koordinator"), address("rsvp", member), Map.of("svar-0", "YES"));
        String code = story.address("rsvp", member).split("#")[1];
        Browser herself = Browser.anonymous(port);

        assertThat(send(herself, "/svar", Map.of("code", code)).body())
                .contains("har svaret for dig, fordi du ringede");
        assertThat(send(herself, "/svar/send", Map.of("code", code, "svar-0", "NO"))
                        .body())
                .contains("Dit svar gælder nu i stedet for det, ", "gav for dig i telefonen");

        assertThat(story.invited(member).reply()).isEqualTo(Reply.NO);
        assertThat(browser("koordinator").get(meetingPage()).body()).doesNotContain("taget i telefonen af");
    }

    @Test
    void datesAndConsentsAreTakenTheSameWay() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("DATA");
        story.dueJobsRun();
        String member = story.person("medlem");
        Map<String, String> dates = new HashMap<>();
        story.shown("date-poll", member).blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .map(block -> ((Block.Choice) block).name())
                .filter(name -> name.startsWith("dato"))
                .forEach(name -> dates.put(name, "IF_NEED_BE"));
        assertThat(post(browser("sekretaer"), address("date-poll", member), dates)
                        .body())
                .contains("er gemt", "Hvis nødvendigt");

        story.theDateIsFound();
        story.dueJobsRun();
        assertThat(post(browser("koordinator"), address("consent", member), Map.of("samtykke", "JA"))
                        .body())
                .contains("er gemt");
        assertThat(story.mails("answered-for")).isEqualTo(2);
    }

    @Test
    void nobodyElseMayAndSuppliersAreNotAnsweredFor() {
        story.aMeetingHasADate("");
        String address = address("rsvp", story.person("medlem"));
        for (String other : List.of("formand", "revisor", "medlem")) {
            Browser browser = browser(other);
            assertThat(browser.get(address).statusCode()).as(other).isIn(403, 404);
            assertThat(post(browser, address, Map.of("svar-0", "YES")).statusCode())
                    .as(other)
                    .isIn(403, 404);
        }
        assertThat(story.invited(story.person("medlem")).reply()).isNull();
        assertThat(browser("sekretaer")
                        .get("/svar-for/" + story.cluster() + "/x")
                        .statusCode())
                .isEqualTo(404);
        story.aMeetingHasADate("");
        assertThat(browser("sekretaer").get(address).statusCode())
                .as("another cluster's")
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        story.aMeetingHasADate("");
        HttpResponse<String> missing = post(
                browser("sekretaer"), address("rsvp", story.person("medlem")), Map.of("besked", "Ved det ikke endnu"));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("Vælg et svar.", "Ved det ikke endnu");
    }

    private String meetingPage() {
        return "/moeder/" + story.meeting().businessKey();
    }

    private String address(String purpose, String member) {
        return "/svar-for/" + story.cluster() + "/"
                + jdbc.sql("""
                                select link_id::text from klyngeflow.link
                                where cluster_id = :c and purpose = :purpose and holder = :holder and ended_at is null""")
                        .param("c", story.cluster())
                        .param("purpose", purpose)
                        .param("holder", member)
                        .query(String.class)
                        .single();
    }

    private Browser browser(String role) {
        return Browser.loggedIn(port, story.person(role), story.person(role));
    }

    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("_csrf", Browser.token(browser.get("/adgangskode").body()));
        return send(browser, path, sent);
    }

    private static HttpResponse<String> send(Browser browser, String path, Map<String, String> fields) {
        String body = Browser.form(fields);
        return browser.submit(path, body);
    }
}
