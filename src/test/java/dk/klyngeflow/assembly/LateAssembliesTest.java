package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.assemblies.AssemblyHours;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is said and done when an assembly is late: the year's, which should have been held, and a day to which nobody was called. */
@KlyngeflowTest
class LateAssembliesTest {

    @LocalServerPort
    int port;

    @Autowired
    AssemblyStory story;

    @Autowired
    OrdinaryYears years;

    @Autowired
    AssemblyPlanning planning;

    @Autowired
    AssembliesOfTheYear ofTheYear;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void aCluster() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void somethingIsPostedIn(int year) {
        ledger.post(new Posting(
                story.cluster(),
                LocalDate.of(year, 5, 1),
                "Mad",
                "test:" + year,
                null,
                "test",
                List.of(Line.debit("2200", 100_00), Line.credit("5800", 100_00))));
    }

    @Test
    void inNovemberTheStartFormSaysThatLastYearsIsLate_andAsksBeforeItBegins() {
        story.itIs("2026-11-29T08:00");
        somethingIsPostedIn(2025);

        assertThat(years.offered(story.cluster())).isEqualTo(2025);
        assertThat(years.late(story.cluster(), 2025))
                .contains("skulle efter vedtægterne være holdt senest 31. marts 2026")
                .contains("Den kan stadig holdes, tidligst 14. december 2026")
                .contains("skriv 2026: den om regnskabet for 2026 holdes senest 31. marts 2027");
        assertThatThrownBy(() ->
                        story.isStartedBy("sekretaer", Map.of("assemblyKind", "ORDINARY", "accountingYear", "2025")))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.doubts())
                                .singleElement()
                                .satisfies(doubt -> assertThat(doubt.sentence()).contains("senest 31. marts 2026")));
        assertThat(story.all()).isEmpty();
        story.isStartedBy("sekretaer", Map.of("assemblyKind", "ORDINARY", "accountingYear", "2026"));
        assertThat(story.assembly().matter().accountingYear()).isEqualTo(2026);
    }

    @Test
    void aDayOffIsAskedAboutOnce() {
        FormFields typed = FormFields.of(Map.of("times", "lør 3/4 19.00\ntor 8/4 19.00"), Set.of("times"));
        AssemblyHours.askAboutFreeDays(
                typed, AssemblyHours.read(typed, "times", Instant.parse("2027-03-05T08:00:00Z")));
        assertThatThrownBy(typed::refuseIfWrong)
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.doubts())
                                .singleElement()
                                .satisfies(
                                        doubt -> assertThat(doubt.sentence())
                                                .isEqualTo(
                                                        "Bemærk: lørdag den 3. april er en helligdag eller ligger i en weekend.")));
    }

    /** As when it is called: 3 April is a Saturday. */
    @Test
    void aDayOffIsAskedAboutWhereAnAssemblyIsMoved_andItIsMovedWhenItIsMeant() {
        story.itIs("2027-02-01T08:00");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        String note = "Bemærk: lørdag den 3. april er en helligdag eller ligger i en weekend.";
        HttpResponse<String> asked = moves("lør 3/4 19.00", "");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains(note, "Der er ikke flyttet noget endnu", "value=\"lør 3/4 19.00\"");
        assertThat(planning.meeting(story.assembly()).day()).isEqualTo("2027-03-18");
        Matcher box =
                Pattern.compile("name=\"confirmed\"[^>]*value=\"([^\"]+)\"").matcher(asked.body());
        assertThat(box.find()).isTrue();
        assertThat(moves("lør 10/4 19.00", box.group(1)).statusCode())
                .as("a yes to one day is no yes to another")
                .isEqualTo(400);

        assertThat(moves("lør 3/4 19.00", box.group(1)).statusCode()).isEqualTo(302);

        assertThat(planning.meeting(story.assembly()).day()).isEqualTo("2027-04-03");
        story.dueJobsRun();
        assertThat(moves("tor 8/4 19.00", "").statusCode()).as("a working day").isEqualTo(302);
    }

    private HttpResponse<String> moves(String times, String confirmed) {
        Browser browser = Browser.loggedIn(port, story.person("formand"), story.person("formand"));
        String path = "/generalforsamlinger/" + story.assembly().businessKey();
        String form = Map.of(
                        "times",
                        times,
                        "why",
                        "Salen er optaget.",
                        "confirmed",
                        confirmed,
                        "_csrf",
                        Browser.token(browser.get(path).body()))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(browser.request(path + "/flyt")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void whereThereIsNothingToPresentOrItIsHeldTheComingOneIsOffered() {
        story.itIs("2026-11-29T08:00");
        assertThat(years.offered(story.cluster()))
                .as("nothing was posted in 2025")
                .isEqualTo(2026);
        assertThat(years.late(story.cluster(), 2026)).isEmpty();

        story.itIs("2027-02-01T08:00");
        assertThat(years.offered(story.cluster())).as("its time is ahead").isEqualTo(2026);
        story.theOrdinaryIsStarted();
        assertThat(years.offered(story.cluster())).as("it is under way").isEqualTo(2027);
    }

    @Test
    void aDayToWhichNobodyWasCalledLapses_everybodyHearsItAndTheBoardHasTheTaskOfANewOne() {
        story.itIs("2027-02-01T08:00");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m15", "hvad", "MOTION", "titel", "Fælles kaffe", "tekst", "Det er hyggeligt.");
        story.passesUntil("2027-03-03T23:00");
        story.waitsFor("giveOpinion");
        assertThat(planning.standing(story.assembly())).isEqualTo("Dagen er meldt ud");

        story.passesUntil("2027-03-04T00:05");

        story.waitsFor("chooseLaterDay");
        assertThat(story.openTask("chooseLaterDay").getDueDate()).isAfter(Date.from(story.now()));
        assertThat(story.mails(AssemblyLetters.LAPSED)).hasSizeGreaterThanOrEqualTo(21);
        assertThat(planning.standing(story.assembly())).isEqualTo("Ikke indkaldt i tide: der skal sættes en ny dag");
        story.passesUntil("2027-03-25T12:00");
        assertThat(ofTheYear.presenting(story.cluster(), 2026).orElseThrow().day())
                .as("the wheel shows no day that is none")
                .isNull();
        story.isMoved("2027-04-20T19:00", "Vi nåede det ikke.");

        assertThat(planning.standing(story.assembly())).isEqualTo("Dagen er meldt ud");
        assertThat(story.day()).isEqualTo("2027-04-20");
        assertThat(story.proposed()).as("still put").hasSize(1);
        story.passesUntil("2027-04-01T12:00");
        story.theBoardSays("");
        assertThat(story.mails(AssemblyLetters.NOTICE)).hasSizeGreaterThanOrEqualTo(21);
        assertThat(story.mails(AssemblyLetters.LAPSED)).hasSizeLessThan(42);
    }

    @Test
    void theBoardItselfChoosesTheNewDayWhenTheOldOneHasPassed() {
        story.itIs("2027-02-01T08:00");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.passesUntil("2027-03-28T12:00");
        assertThatThrownBy(() -> story.answersTask("formand", "chooseLaterDay", Map.of("times", "tir 6/4 19.00")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("tidligst 12. april");
        story.answersTask("formand", "chooseLaterDay", Map.of("times", "man 26/4 19.00"));

        assertThat(story.day()).isEqualTo("2027-04-26");
        assertThat(story.mails(AssemblyLetters.ANNOUNCEMENT)).hasSize(42);
    }
}
