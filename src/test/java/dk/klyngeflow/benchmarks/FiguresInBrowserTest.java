package dk.klyngeflow.benchmarks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A table goes in on the page, each doctor sees her own figures on a phone, and the plenum sees the cluster's. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class FiguresInBrowserTest {

    private static final String FIGURES = "12/100 30/150 8/80 20/100 45/180 16/64 14/70 21/90 33/120 25/111 19/77 4/90";

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    ClusterSettings settings;

    @Autowired
    CopenhagenTime time;

    @Autowired
    Links links;

    @Autowired
    Meetings meetings;

    @Autowired
    Measures measures;

    @Autowired
    MeetingFigures figures;

    @Autowired
    ActionItems items;

    @Autowired
    TestClock clock;

    @Autowired
    MeasureConsents consents;

    @Test
    void fromTheTableToThePhone() {
        List<String> providers = IntStream.range(0, 12)
                .mapToObj(at -> "%06d".formatted(970200 + at))
                .toList();
        MeasureTown town = MeasureTown.of(port, register, providers);
        settings.set(town.id(), DataSettings.OPEN, true, time.today(), "test");
        String secretary = town.id() + "-sekretaer";
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(port, secretary, secretary, "/tal/" + town.id())) {
            Page page = desk.pages().get(0);
            assertThat(page.locator("h1")).hasText("Tal fra praksis");
            page.locator("#fil")
                    .setInputFiles(new FilePayload("tal.csv", "text/csv", town.file(FIGURES.replace("16/64", "x/64"))));
            page.getByText("Vis, hvad der gemmes").click();
            assertThat(page.locator("[role=alert]")).containsText("Linje 7, Tæller, „x“");
            page.locator("#fil").setInputFiles(new FilePayload("tal.csv", "text/csv", town.file(FIGURES)));
            page.getByText("Vis, hvad der gemmes").click();
            assertThat(page.locator("#virkning")).containsText("12 tal fra 12 praksis, 1 måling, 1 periode.");
            page.getByText("Se linjerne").click();
            assertThat(Chromium.faults(page, "main")).isEmpty();
            everyWidth(page, "figures-preview");
            page.getByText("Gem tallene").click();
            assertThat(page.locator(".message.ok")).containsText("12 tal er gemt");
            for (String period : List.of("2025K2", "2025K3", "2025K4")) {
                String earlier = new String(town.file(FIGURES), StandardCharsets.UTF_8).replace("2026K1", period);
                town.commits(
                        earlier.replace("45;180", period.charAt(5) + "1;180").getBytes(StandardCharsets.UTF_8));
            }
            page.getByText("Bredspektret antibiotika", Chromium.exactly())
                    .last()
                    .click();
            assertThat(page.locator("img.figure").first()).isVisible();
            assertThat(page.locator("main")).containsText("11 praksis er med. 1 praksis er ikke vist");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            everyWidth(page, "figures-plenum");
            page.getByText("Send hver læge et link til egne tal").click();
            assertThat(page.locator(".message.ok")).containsText("12 læger får et link");
        }
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate(link(town, 4));
            assertThat(page.locator("h1")).hasText("Bredspektret antibiotika");
            assertThat(page.locator("main")).containsText("Jeres praksis: 45");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            everyWidth(page, "figures-own");
            page.getByText("Ja", Chromium.exactly()).first().click();
            page.getByText("Gem svaret").click();
            assertThat(page.locator("h1")).hasText("Tak for svaret");
            assertThat(consents.saying(town.id(), "bredspektret", MeasureConsents.Kind.NAME, true))
                    .contains(providers.get(4));
        }
    }

    /** Twenty-four practices: one says no, the others are read for a meeting, talk, try something and are measured again. */
    @Test
    void fromConsentToTheNewMeasurement() {
        List<String> providers = IntStream.range(0, 24)
                .mapToObj(at -> "%06d".formatted(970800 + at))
                .toList();
        MeasureTown town = MeasureTown.of(port, register, providers);
        LocalDate day = time.today().plusDays(5);
        Meeting meeting = meetings.add(town.id(), "Antibiotika", day, day, 120, town.id() + "@test", town.doctor(0));
        meetings.fixDate(town.id(), meeting.meetingId(), time.now().plus(Duration.ofDays(5)));
        measures.adopt(town.id(), measures.known(town.id(), "bredspektret"), "test");
        String secretary = town.id() + "-sekretaer";
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate(link(town, 23));
            page.getByText("Nej", Chromium.exactly()).last().click();
            page.getByText("Gem svaret").click();
            assertThat(page.locator("h1")).hasText("Tak for svaret");
        }
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(
                        port, secretary, secretary, "/tal/" + town.id() + "?meeting=" + meeting.meetingId())) {
            Page page = desk.pages().get(0);
            page.locator("#fil").setInputFiles(new FilePayload("tal.csv", "text/csv", town.file(rows(3))));
            page.getByText("Vis, hvad der gemmes").click();
            assertThat(page.locator("#virkning")).containsText("23 tal fra 23 praksis");
            page.getByText("Gem tallene").click();
            page.getByText("Antibiotika, ").first().click();
            assertThat(page.locator("h1")).hasText("Tal til mødet: Antibiotika");
            assertThat(page.locator("main")).containsText("23 praksis er med.");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            everyWidth(page, "figures-meeting");
        }
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate(link(town, 4));
            page.getByText("Aftale én fast måde i praksis").click();
            page.getByText("Gem svaret").click();
            assertThat(page.locator("h1")).hasText("Tak for svaret");
            assertThat(items.of(meeting)).hasSize(1);
            clock.advance(Duration.ofDays(200));
            String later = new String(town.file(rows(2)), StandardCharsets.UTF_8)
                    .replace("2026K1", (day.getYear() + 1) + "K1");
            assertThat(town.commits(later.getBytes(StandardCharsets.UTF_8)).statusCode())
                    .isEqualTo(201);
            page.navigate(link(town, 4));
            assertThat(page.locator("main")).containsText("Før og efter mødet den");
            assertThat(page.locator("main")).containsText("Aftale én fast måde i praksis");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            everyWidth(page, "figures-again");
        }
        assertThat(figures.again(meetings.get(town.id(), meeting.meetingId()))
                        .get(0)
                        .words())
                .contains("Klyngens median gik fra");
    }

    /** Of each practice a count of a hundred or so; fewer by a smaller factor. */
    private static String rows(int factor) {
        return IntStream.range(0, 24)
                .mapToObj(at -> (8 + at % 9) * factor + "/" + (100 + at))
                .collect(Collectors.joining(" "));
    }

    private String link(MeasureTown town, int doctor) {
        String id = links.of(town.id(), FiguresLink.PURPOSE, "bredspektret", town.doctor(doctor));
        String url = links.url(town.id(), id).orElseThrow();
        return "http://localhost:" + port + Objects.requireNonNull(url).replaceFirst("https?://[^/]+", "");
    }

    /** Nothing stands beside the screen at any width. */
    private static void everyWidth(Page page, String name) {
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 2200);
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            assertThat(Integer.parseInt(String.valueOf(wide)))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            Chromium.picture(page, name + "-" + width);
        }
        page.setViewportSize(1280, 800);
    }
}
