package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A meeting's own page, where it is moved and cancelled by people who press twice. */
@KlyngeflowTest
class MeetingsPageTest {

    private static final int MEMBERS = 21;

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    @Test
    void pressingTwiceMovesOnceAndSaysSoKindly() {
        story.aMeetingHasADate("");
        Browser coordinator = coordinator();
        LocalDate day = story.day().plusDays(7);
        Map<String, String> form = Map.of("day", day.toString(), "hour", "17.00", "why", "Oplægsholderen er syg");
        // one page with one token, pressed twice
        String token = Browser.token(coordinator.get("/adgangskode").body());

        List<HttpResponse<String>> answers = Stream.of(1, 2)
                .map(press -> CompletableFuture.supplyAsync(() -> post(coordinator, "flyt", form, token)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
        story.dueJobsRun();
        assertThat(story.day()).isEqualTo(day);
        assertThat(story.meeting().sequence()).isEqualTo(1);
        assertThat(story.mails("meeting-moved")).isEqualTo(MEMBERS);

        Browser again = coordinator();
        assertThat(post(again, "flyt", form).statusCode()).isEqualTo(302);
        assertThat(again.get(page()).body()).contains("Mødet ligger").doesNotContain("class=\"message danger\"");
    }

    @Test
    void anotherReasonAfterTheFactIsRefusedAndTheSameIsNot() {
        story.aMeetingHasADate("");
        Browser coordinator = coordinator();
        assertThat(post(coordinator, "aflys", Map.of("reason", "Snestorm")).statusCode())
                .isEqualTo(302);
        assertThat(post(coordinator, "aflys", Map.of("reason", "Snestorm")).statusCode())
                .isEqualTo(302);
        HttpResponse<String> another = post(coordinator, "aflys", Map.of("reason", "For få"));
        assertThat(another.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(another.body()).contains("Mødet kan ikke aflyses: det er aflyst.");
        story.dueJobsRun();
        assertThat(story.mails("meeting-cancelled")).isEqualTo(MEMBERS);
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        story.aMeetingHasADate("");
        HttpResponse<String> refused = post(
                coordinator(), "flyt", Map.of("day", "2020-01-01", "hour", "17.00", "why", "Oplægsholderen er syg"));
        assertThat(refused.body()).contains("Vælg et tidspunkt, der ikke er passeret.", "value=\"2020-01-01\"");
    }

    @Test
    void movingAsksWhyAndWarnsOfAWeekendOnce() {
        story.aMeetingHasADate("");
        LocalDate sunday = story.day().with(java.time.DayOfWeek.SUNDAY);
        Browser coordinator = coordinator();
        assertThat(post(coordinator, "flyt", Map.of("day", sunday.toString(), "hour", "17.00"))
                        .body())
                .contains("Begrundelsen mangler.");

        Map<String, String> form =
                new java.util.HashMap<>(Map.of("day", sunday.toString(), "hour", "17.00", "why", "Salen er optaget"));
        assertThat(post(coordinator, "flyt", form).body())
                .contains("er i en weekend.", "Flyt alligevel", "Salen er optaget");
        assertThat(story.meeting().sequence()).isZero();

        form.put("anyway", "true");
        assertThat(post(coordinator, "flyt", form).statusCode()).isEqualTo(302);
        assertThat(story.day()).isEqualTo(sunday);
        story.dueJobsRun();
        assertThat(story.saidIn("meeting-moved")).contains("Salen er optaget");
    }

    @Test
    void movingWarnsOfPublicAndSchoolHolidaysOnThePageAndInTheForm() {
        story.aMeetingHasADate("");
        Browser coordinator = coordinator();
        assertThat(coordinator.get(page()).body())
                .as("nobody has written the school holidays in, and that is said")
                .contains("Klyngen har ikke skrevet skoleferierne i skoleåret 2026/27 ind");
        story.set(DatePollSettings.SCHOOL_HOLIDAYS, "2027-02-15..2027-02-19");
        assertThat(coordinator.get(page()).body()).doesNotContain("har ikke skrevet skoleferierne");
        Map.of("25.12.2026", "er en helligdag.", "17.02.2027", "er i en skoleferie.", "20.12.2026", "er i en weekend.")
                .forEach((day, warning) -> {
                    assertThat(post(coordinator, "flyt", Map.of("day", day, "hour", "17.00", "why", "Salen er optaget"))
                                    .body())
                            .contains(warning, "Flyt alligevel");
                    assertThat(inTheForm(coordinator, day + " 17.00")).contains(warning);
                });
        assertThat(inTheForm(coordinator, story.day().format(DateTimeFormatter.ofPattern("dd.MM.yyyy")) + " 17.00"))
                .as("its own date is no other meeting")
                .isEqualTo("[]");
        assertThat(story.meeting().sequence()).isZero();
    }

    @Test
    void whoSetsSchoolHolidaysReadsWhyThereAreNone() {
        story.aCluster();
        assertThat(Browser.loggedIn(port, "admin", "admin")
                        .get("/indstillinger/" + story.cluster())
                        .body())
                .contains("Kommunen fastsætter dem", "ikke skrevet ind på forhånd");
    }

    private String inTheForm(Browser browser, String time) {
        return browser.get("/api/clusters/" + story.cluster() + "/proposed-dates/warnings?times="
                        + URLEncoder.encode(time, StandardCharsets.UTF_8) + "&meeting="
                        + story.meeting().meetingId())
                .body();
    }

    @Test
    void cancellingBeforeAnybodyHasADateSaysThatNobodyIsTold() {
        story.aCluster();
        story.aMeetingIsWanted();
        Browser coordinator = coordinator();
        assertThat(post(coordinator, "aflys", Map.of("reason", "Det var en fejl"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(coordinator.get(page()).body()).contains("Ingen har fået en dato endnu, så ingen får en mail");
        assertThat(story.mails("meeting-cancelled")).isZero();
    }

    /** The cluster and its meetings; what happens next is looked up only for those that are under way. */
    @Test
    void theListCostsNoMoreForMeetingsThatAreOver() {
        story.aCluster();
        Browser coordinator = coordinator();
        for (int meeting = 0; meeting < 3; meeting++) {
            story.aMeetingIsWanted();
            assertThat(post(coordinator, "aflys", Map.of("reason", "Det var en fejl"))
                            .statusCode())
                    .isEqualTo(302);
        }
        String list = "/moeder/" + story.cluster();
        assertThat(coordinator.get(list).statusCode()).isEqualTo(200);

        List<String> sent =
                CountedSql.during(() -> assertThat(coordinator.get(list).body()).contains("aflyst")).stream()
                        .filter(sql -> sql.contains("klyngeflow."))
                        // her name in the head, asked once in ten seconds
                        .filter(sql -> !sql.contains("from klyngeflow.person where person_id = "))
                        .toList();
        assertThat(sent).hasSizeBetween(1, 2);
    }

    private Browser coordinator() {
        String id = story.person("koordinator");
        return Browser.loggedIn(port, id, id);
    }

    private String page() {
        return "/moeder/" + story.meeting().businessKey();
    }

    private HttpResponse<String> post(Browser browser, String what, Map<String, String> fields) {
        return post(
                browser, what, fields, Browser.token(browser.get("/adgangskode").body()));
    }

    private HttpResponse<String> post(Browser browser, String what, Map<String, String> fields, String token) {
        String body = Browser.form(fields) + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return browser.submit(page() + "/" + what, body);
    }
}
