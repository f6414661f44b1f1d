package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a coordinator sees of a meeting while others act: what comes next, who is waited for, and a poll that she can steer. */
@KlyngeflowTest
class MeetingDeskTest {

    private static final int MEMBERS = 21;
    private static final String START =
            "/camunda/api/engine/engine/default/process-definition?latest=true&active=true&startableInTasklist=true";

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    @Autowired
    ManagementService jobs;

    @Autowired
    TestClock clock;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void theOneWhoCompletesATaskHearsWhatComesNextAndWhen() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        String plan = story.openTask("planMeeting").getId();
        story.theCoordinatorPlans("");
        assertThat(as("koordinator").get("/api/tasks/" + plan + "/next").body())
                .contains("21 medlemmer er spurgt om ", "; du hører fra os senest mandag den 14. september.")
                .contains("\"href\":\"/moeder/" + story.meeting().businessKey());
        assertThat(as("sekretaer").get("/api/tasks/" + plan + "/next").statusCode())
                .as("she has not done it")
                .isEqualTo(404);
        story.dueJobsRun();
        story.members().forEach(story::saysYesToAllDates);
        story.dueJobsRun();
        String date = story.openTask("confirmDate").getId();
        story.confirmsTheBestDate();
        // she has it open in another window still
        assertThat(as("koordinator")
                        .send("POST", "/api/tasks/" + date + "/check", "{\"decision\":\"1\"}")
                        .body())
                .contains("Opgaven er løst eller lukket i mellemtiden", "er ikke sendt");
        assertThat(as("koordinator").get("/api/tasks/" + date + "/next").body())
                .contains("Mødet er " + story.meeting().when(), "du hører fra os med dagsordenen");
    }

    @Test
    void aRunningPollIsShownAndRemindedAndProlongedAndClosed() {
        aPollIsRunning();
        story.saysYesToAllDates(story.members().get(0));
        Browser coordinator = as("koordinator");
        assertThat(coordinator.get(page()).body())
                .contains("1 af 21 har svaret", "Afstemningen slutter mandag den 14. september")
                .contains("class=\"answer-yes\"", "class=\"answer-silent\"", "20 medlemmer");

        assertThat(post(coordinator, "mind", Map.of()).statusCode()).isEqualTo(302);
        assertThat(coordinator.get(page()).body()).contains("20 medlemmer får nu en mail om datoerne.");
        assertThat(story.mails("date-poll-reminder")).isEqualTo(MEMBERS - 1);

        post(coordinator, "forlaeng", Map.of("lastDay", "10.09.2026"));
        assertThat(coordinator.get(page()).body()).contains("Afstemningen slutter allerede", "value=\"10.09.2026\"");
        post(coordinator, "forlaeng", Map.of("lastDay", "i overmorgen"));
        assertThat(coordinator.get(page()).body()).contains("er ikke en dato");
        post(coordinator, "forlaeng", Map.of("lastDay", "18.09.2026"));
        assertThat(coordinator.get(page()).body()).contains("fredag den 18. september 2026 kl. 20.00");
        story.until(LocalDate.of(2026, 9, 17));
        assertThat(story.tasksOf("koordinator"))
                .as("it runs on past its first end")
                .doesNotContain("confirmDate");

        Browser later = as("koordinator");
        post(later, "luk", Map.of());
        story.dueJobsRun();
        assertThat(story.tasksOf("koordinator")).as("one yes is not enough").contains("proposeDates");
        assertThat(later.get(page()).body()).contains("„Foreslå nye datoer“", "din opgave");
        post(later, "luk", Map.of());
        assertThat(later.get(page()).body()).contains("Afstemningen er allerede slut.");
    }

    @Test
    void theProlongedPollClosesByItself() {
        aPollIsRunning();
        story.saysYesToAllDates(story.members().get(0));
        post(as("koordinator"), "forlaeng", Map.of("lastDay", "18.09.2026"));
        story.until(LocalDate.of(2026, 9, 19));
        assertThat(story.tasksOf("koordinator")).contains("proposeDates");
    }

    /** Of the reminders only the last one moves: the first comes on its day. */
    @Test
    void aProlongedPollRemindsAtOnceAndOnTheDayBeforeItsNewEnd() {
        aPollIsRunning();
        Instant first = due("firstReminderDue").orElseThrow();

        post(as("koordinator"), "forlaeng", Map.of("lastDay", "18.09.2026"));

        assertThat(story.mails("date-poll-reminder")).as("at once").isEqualTo(MEMBERS);
        assertThat(due("firstReminderDue")).contains(first);
        assertThat(due("lastReminderDue")).contains(CopenhagenTime.at(LocalDate.of(2026, 9, 17), LocalTime.of(12, 10)));
        assertThat(due("pollClosed")).contains(CopenhagenTime.at(LocalDate.of(2026, 9, 18), LocalTime.of(20, 0)));
        story.until(LocalDate.of(2026, 9, 17));
        assertThat(story.mails("date-poll-reminder"))
                .as("on the first one's day")
                .isEqualTo(2 * MEMBERS);
        story.until(LocalDate.of(2026, 9, 19));
        assertThat(story.mails("date-poll-reminder"))
                .as("and on the day before the new end")
                .isEqualTo(3 * MEMBERS);
    }

    @Test
    void aPollThatIsProlongedAfterItsLastReminderRemindsAtOnceAndNoMore() {
        aPollIsRunning();
        clock.set(due("lastReminderDue").orElseThrow());
        story.dueJobsRun();
        long before = story.mails("date-poll-reminder");

        post(as("koordinator"), "forlaeng", Map.of("lastDay", "18.09.2026"));

        assertThat(due("lastReminderDue")).isEmpty();
        story.until(LocalDate.of(2026, 9, 19));
        assertThat(story.mails("date-poll-reminder")).isEqualTo(before + MEMBERS);
        assertThat(story.tasksOf("koordinator")).contains("proposeDates");
    }

    /** When the timer of the poll's case goes off; empty when it has. */
    private Optional<Instant> due(String timer) {
        return jobs.createJobQuery().tenantIdIn(story.cluster()).activityId(timer).timers().list().stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    @Test
    void aSecondMeetingIsNotAskedAboutOnTheSameDays() {
        aPollIsRunning();
        List<String> first = days(story.plan(""));
        story.aMeetingIsWanted();
        List<String> second = days(story.plan(""));
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);

        String warnings = "/api/clusters/" + story.cluster() + "/proposed-dates/warnings?times="
                + URLEncoder.encode(first.get(0) + " 16.30", StandardCharsets.UTF_8) + "&meeting="
                + story.meeting().meetingId();
        assertThat(as("koordinator").get(warnings).body()).contains("Klyngen er allerede spurgt om ");
    }

    private static List<String> days(Map<String, Object> plan) {
        return String.valueOf(plan.get("times"))
                .lines()
                .map(line -> line.replaceFirst(" \\d\\d\\.\\d\\d$", ""))
                .toList();
    }

    @Test
    void onlyThoseWhoPlanSteerThePoll() {
        aPollIsRunning();
        assertThat(as("revisor").get(page()).body())
                .contains("Afstemning om dato")
                .doesNotContain("/afstemning/luk");
        assertThat(post(as("revisor"), "luk", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void theListSaysWhatEachMeetingIsAndFindsOneAgain() {
        aPollIsRunning();
        Browser coordinator = as("koordinator");
        String list = coordinator.get("/moeder/" + story.cluster()).body();
        assertThat(list)
                .contains("0 af 21 har svaret", "ønsket mellem", "Nyt møde", "processStart=meeting-cycle")
                .doesNotContain("Start ny sag");
        assertThat(search(coordinator, "nyrer")).contains("Ét møde nævner", "Diabetes og nyrer");
        assertThat(search(coordinator, "100%_")).contains("Intet møde nævner");
    }

    @Test
    void whoStartsASecondMeetingInTheSameWeeksIsWarned() {
        aPollIsRunning();
        LocalDate earliest = story.meeting().earliestDay();
        String days = "\"earliestDay\":\"%s\",\"latestDay\":\"%s\",\"askForTopics\":\"false\""
                .formatted(earliest, earliest.plusDays(5));
        String check = "/api/processes/meeting-cycle/check";
        HttpResponse<String> warned = as("koordinator").send("POST", check, "{" + days + "}");
        assertThat(warned.statusCode()).isEqualTo(400);
        assertThat(warned.body()).contains("allerede et møde i gang: „Diabetes og nyrer“");
        assertThat(as("koordinator")
                        .send("POST", check, "{" + days + ",\"another\":\"YES\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("koordinator")
                        .get("/api/clusters/" + story.cluster() + "/meetings-under-way?earliest=" + earliest
                                + "&latest=12")
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void theTopicWithMostVotesIsProposed() {
        story.aCluster();
        story.aMeetingIsWanted();
        for (int i = 0; i < 5; i++) {
            story.byLink("topics", story.members().get(i), Map.of("forslag", List.of(i < 2 ? "Smerter" : "KOL")));
        }
        story.theTopicsAreGathered();
        String topics = as("koordinator")
                .get("/api/clusters/" + story.cluster() + "/topics")
                .body();
        String proposed = as("koordinator")
                .get("/api/clusters/" + story.cluster() + "/meetings/"
                        + story.meeting().meetingId() + "/suggested-topic")
                .body()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(topics).containsPattern("\\{[^}]*" + proposed + "[^}]*\"KOL\"");
    }

    @Test
    void whoPlansASecondMeetingAboutTheSameTopicIsWarned() {
        aPollIsRunning();
        story.aMeetingIsWanted();
        String about = "/api/clusters/" + story.cluster() + "/meetings/"
                + story.meeting().meetingId() + "/same-topic?title=";
        assertThat(as("koordinator").get(about + "diabetes%20og%20NYRER").body())
                .contains("Der er allerede et møde i gang om det emne: „Diabetes og nyrer“ (uden dato endnu).");
        assertThat(as("koordinator").get(about + "KOL").body()).isEqualTo("[]");
        assertThat(as("medlem").get(about + "KOL").statusCode()).isEqualTo(403);
    }

    @Test
    void theListBeginsWithTheMeetingWithWhichSomethingHasHappenedLast() {
        aPollIsRunning();
        String first = page();
        story.aMeetingIsWanted();
        Browser coordinator = as("koordinator");
        assertThat(coordinator.get("/moeder/" + story.cluster()).body()).containsSubsequence(page(), first);

        story.daysPass(1);
        assertThat(coordinator
                        .submit(
                                first + "/afstemning/mind",
                                "_csrf="
                                        + URLEncoder.encode(
                                                Browser.token(coordinator
                                                        .get("/adgangskode")
                                                        .body()),
                                                StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(302);
        assertThat(coordinator.get("/moeder/" + story.cluster()).body()).containsSubsequence(first, page());
    }

    @Test
    void anEscalatedTaskIsInTheOneListOfThoseItIsOfferedToWithTheOverdueFirst() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        assertThat(listOf("formand")).doesNotContain("2026-01");
        story.daysPass(22);
        story.aMeetingIsWanted();

        assertThat(listOf("formand")).contains("· 2026-01").doesNotContain("· 2026-02");
        assertThat(listOf("koordinator")).containsSubsequence("· 2026-01", "· 2026-02");
        assertThat(as("formand").get("/").body())
                .contains("Én opgave venter på dig", "Vælg emne og planlæg mødet · 2026-01", "skulle være løst");
        assertThat(as("koordinator").get("/").body()).containsSubsequence("· 2026-01", "· 2026-02");
    }

    /** „Mine opgaver“, as Tasklist asks for it. */
    private String listOf(String role) {
        Browser browser = as(role);
        String engine = "/camunda/api/engine/engine/default/filter";
        String filter = browser.send("GET", engine + "?resourceType=Task&name=Mine%20opgaver", null)
                .body();
        String id = filter.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return browser.send(
                        "POST",
                        engine + "/" + id + "/list",
                        "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}")
                .body();
    }

    @Test
    void startNySagShowsOnlyWhatTheRoleMayStart() {
        story.aCluster();
        assertThat(as("koordinator").get(START).body())
                .contains("\"meeting-cycle\"", "\"invoice-approval\"", "\"duty-handover\"")
                .doesNotContain("\"booking\"", "\"date-poll\"", "\"failed-mail\"");
        assertThat(as("sekretaer").get(START).body())
                .contains("\"meeting-cycle\"", "\"invoice-approval\"")
                .doesNotContain("\"duty-handover\"");
        assertThat(as("revisor").get(START).body())
                .doesNotContain("\"meeting-cycle\"", "\"invoice-approval\"", "\"duty-handover\"");
        HttpResponse<String> refused = as("revisor").send("POST", "/api/processes/invoice-approval/check", "{}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Kun koordinator, sekretær og bestyrelse kan lægge et bilag ind her.");
    }

    @Test
    void theFrontPageHasWhatWaitsAndTheAuditorSeesWhatOthersHave() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.dueJobsRun();
        assertThat(as("koordinator").get("/").body())
                .contains("Én opgave venter på dig.", "Vælg emne og planlæg mødet · 2026-01", "Opgaver (1)");
        story.until(LocalDate.of(2026, 10, 1));
        assertThat(as("koordinator").get("/").body()).contains("én af dem er over tiden", "skulle være løst");
        assertThat(as("revisor").get("/").body())
                .contains("Som revisor læser du med; intet venter på dig. Én opgave er åben hos andre")
                .contains("Vælg emne og planlæg mødet")
                .as("what she cannot read is no link")
                .doesNotContain("tasklist/default/#/?task=");
        assertThat(as("koordinator").get("/api/desk").body())
                .contains("\"open\":1", "\"overdue\":1", "/aarshjul/", "/moeder/", "/emner/", "/bilag/", "/regnskab/");
        assertThat(as("revisor").get("/api/desk").body())
                .contains("\"onlyLooks\":true", "/aarshjul/", "/moeder/")
                .doesNotContain("/emner/");
    }

    private void aPollIsRunning() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("");
        story.dueJobsRun();
    }

    private String search(Browser browser, String words) {
        return browser.get("/moeder/" + story.cluster() + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }

    private Browser as(String role) {
        String id = story.person(role);
        return Browser.loggedIn(port, id, id);
    }

    private String page() {
        return "/moeder/" + story.meeting().businessKey();
    }

    private HttpResponse<String> post(Browser browser, String what, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)
                                + "&")
                        .collect(Collectors.joining())
                + "_csrf="
                + URLEncoder.encode(Browser.token(browser.get("/adgangskode").body()), StandardCharsets.UTF_8);
        return browser.submit(page() + "/afstemning/" + what, body);
    }
}
