package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.security.Browser;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a meeting makes of figures: the way to them, the plenum's page, the sheet of paper, what is tried, and the change afterwards. */
@KlyngeflowTest
class MeetingFiguresTest {

    private static final String MEASURE = "bredspektret";
    private static final String TWELVE = "12/100 30/150 8/80 20/100 45/180 16/64 14/70 21/90 33/120 25/111 19/77 4/90";

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    ClusterSettings settings;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    @Autowired
    FiguresLink link;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingPapers papers;

    @Autowired
    Documents documents;

    @Autowired
    MeetingFigures figures;

    @Autowired
    ActionItems items;

    @Autowired
    Measures measures;

    @Autowired
    DueFreezes due;

    @Autowired
    FigureRetention retention;

    /** One page and one PDF for the projector: the measure, three questions, how to lead the talk, and nobody's mark. */
    @Test
    void thePlenumHasQuestionsAndAScript() throws IOException {
        MeasureTown town = town();
        Meeting meeting = meeting(town);
        assertThat(plenum(town, meeting).body()).contains("Der er ingen tal til mødet endnu.");
        assertThat(papersOf(meeting)).doesNotContain("/moede/");
        laid(town, meeting, TWELVE);
        String page = plenum(town, meeting).body();
        assertThat(page)
                .contains("Bredspektret antibiotika, 1. kvartal 2026", "11 praksis er med.", "Vis min egen praksis")
                .contains(PlenumQuestions.USUAL.get(2), "Alle ser på deres egen side")
                .doesNotContain("Jeres praksis: 12", "970601");
        assertThat(town.browser(town.doctor(0))
                        .get(path(town, meeting) + "?vis=mit")
                        .body())
                .contains("Jeres praksis: 12");
        String pdf = text(pdf(town, meeting));
        assertThat(pdf)
                .contains("Bredspektret antibiotika, 1. kvartal 2026", "Sådan gør vi", PlenumQuestions.USUAL.get(0))
                .doesNotContain("Jeres praksis", "9706");
        assertThat(papersOf(meeting)).contains("Tal til mødet: Bredspektret antibiotika");
        assertThat(town.browser(town.id() + "-revisor").get(path(town, meeting)).statusCode())
                .isEqualTo(403);
    }

    /** At most three are shown, what the meeting is about first, and it is said how many there are. */
    @Test
    void atMostThreeMeasures() {
        MeasureTown town = town();
        Meeting meeting = meeting(town);
        for (String title : List.of("Prøve 1", "Prøve 2", "Prøve 3", "Bredspektret antibiotika")) {
            byte[] file = new String(town.file(TWELVE), StandardCharsets.UTF_8)
                    .replace("Bredspektret antibiotika", title)
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(town.commits(file, "meeting=" + meeting.meetingId()).statusCode())
                    .isEqualTo(201);
        }
        String page = plenum(town, meeting).body();
        assertThat(page).contains("3 af 4 målinger vises.").doesNotContain("Prøve 3");
        assertThat(page.indexOf("Bredspektret antibiotika, ")).isLessThan(page.indexOf("Prøve 1, "));
    }

    @Test
    void thePlenumLeadsBackToItsMeeting_thoseWhoMaySeeThat() throws IOException {
        MeasureTown town = town();
        Meeting meeting = meeting(town);
        String back = "<a href=\"/moeder/" + meeting.businessKey() + "\">Tilbage til mødet</a>";

        assertThat(plenum(town, meeting).body()).as("the coordinator").contains(back);
        assertThat(town.secretary().get("/moeder/" + meeting.businessKey()).statusCode())
                .isEqualTo(200);
        Browser member = town.browser(town.doctor(1));
        assertThat(member.get(path(town, meeting)).body())
                .contains("Tal til mødet")
                .doesNotContain("/moeder/" + meeting.businessKey());
        assertThat(member.get("/moeder/" + meeting.businessKey()).statusCode()).isEqualTo(403);
    }

    /** Any small row may be another of its kind, and anybody another dot: page, PDF, minutes and a colleague's sheet stay the same. */
    @Test
    void whatLeavesTheServerIsAFunctionOfTheReleasedSet() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String rows : List.of(
                "12/100 30/150 8/80 20/100 45/180 16/64 14/70 21/90 33/120 25/111 4/64 9/19",
                "12/100 8/80 30/150 45/180 20/100 16/64 21/90 14/70 25/111 33/120 62/64 5/11",
                "12/100 8/80 30/150 45/180 20/100 16/64 21/90 14/70 33/120 25/111 <5/64 0/18")) {
            MeasureTown town = town();
            Meeting meeting = meeting(town);
            laid(town, meeting, rows);
            String page = plenum(town, meeting).body();
            String all = page.substring(page.indexOf("<main"), page.indexOf("</main>"))
                    + drawn(pdf(town, meeting))
                    + figures.lasting(meeting)
                    + figures.again(meeting)
                    + text(link.show(held(town, 0)).orElseThrow())
                    + drawn(sheet(town, 0));
            seen.add(all.replace(town.id(), "tal").replace(meeting.meetingId(), "moede"));
        }
        assertThat(seen).hasSize(3).containsOnly(seen.get(0));
    }

    /** Withdrawn by one statement, gone from the next reading of everything, and no paper that is kept has had it. */
    @Test
    void aNameWithdrawnIsInNoPageAndNoPdf() throws IOException {
        MeasureTown town = town();
        settings.set(town.id(), DataSettings.OPEN, true, time.today(), "test");
        measures.adopt(town.id(), measures.known(town.id(), MEASURE), "test");
        IntStream.range(0, 12).forEach(at -> link.answer(held(town, at), Map.of("navn", List.of("JA"))));
        Meeting meeting = meeting(town);
        laid(town, meeting, TWELVE.replace("4/90", "24/90"));
        String before = plenum(town, meeting).body();
        assertThat(before).contains("12 praksis er med.");
        assertThat(figures.lasting(meeting).get(0).svg()).isEmpty();
        assertThat(figures.lasting(meeting).get(0).words()).contains("vises åbent");
        link.answer(held(town, 1), Map.of("navn", List.of("NEJ")));
        assertThat(plenum(town, meeting).body()).doesNotContain("12 praksis er med.");
        assertThat(text(pdf(town, meeting))).doesNotContain("12 praksis er med.");
        assertThat(text(link.show(held(town, 0)).orElseThrow()))
                .contains("Praksis 970602")
                .doesNotContain("Praksis 970601");
        assertThat(text(sheet(town, 0))).doesNotContain("970601");
        assertThat(town.sees(town.doctor(0), MEASURE, "2026K1")).doesNotContain("970601");
    }

    /** One sheet of paper, from what is stored now; closed with the page. */
    @Test
    void theSheetIsHersAlone() throws IOException {
        MeasureTown town = town();
        laid(town, meeting(town), TWELVE);
        byte[] own = sheet(town, 4);
        assertThat(text(own)).contains("Jeres praksis: 45", "Hvad vil I prøve?", "Praksis 970604");
        try (PDDocument pdf = Loader.loadPDF(own)) {
            assertThat(pdf.getNumberOfPages()).isOne();
        }
        assertThat(text(sheet(town, 3))).doesNotContain("45 ");
        link.answer(held(town, 4), Map.of("tal", List.of("NEJ")));
        assertThat(link.ownFile(held(town, 4))
                        .map(LinkPage.MadeFile::content)
                        .map(MeetingFiguresTest::text)
                        .orElse(""))
                .doesNotContain("Jeres praksis: 45");
    }

    /** What a practice will try is agreed at the meeting, by its day, and the form of the minutes neither shows nor deletes it. */
    @Test
    void whatIsTriedBecomesAnActionItem() {
        MeasureTown town = town();
        Meeting meeting = meeting(town);
        laid(town, meeting, TWELVE);
        LocalDate due = time.today().plusMonths(2);
        link.answer(held(town, 0), Map.of("forslag", List.of("Aftale én fast måde i praksis")));
        link.answer(held(town, 0), Map.of("forslag", List.of("Aftale én fast måde i praksis")));
        assertThat(items.of(meeting)).singleElement().satisfies(item -> {
            assertThat(item.text()).isEqualTo("Bredspektret antibiotika: Aftale én fast måde i praksis");
            assertThat(item.ownerId()).isEqualTo(town.doctor(0));
            assertThat(item.dueDay()).isEqualTo(time.today().plusMonths(3));
        });
        link.answer(held(town, 0), Map.of("proev", List.of("ringe til to"), "senest", List.of(due.toString())));
        items.replace(meeting, List.of(new ActionItem.New("Skriv til kommunen", town.doctor(1), due)));
        assertThat(items.ofAll(meeting)).extracting(ActionItem::text).containsExactly("Skriv til kommunen");
        assertThat(items.of(meeting))
                .extracting(ActionItem::text)
                .containsExactly("Skriv til kommunen", "Bredspektret antibiotika: ringe til to");
        assertThat(items.of(meeting).get(1).dueDay()).isEqualTo(due);
        assertThatThrownBy(() ->
                        link.answer(held(town, 0), Map.of("proev", List.of("x"), "senest", List.of("2020-01-01"))))
                .isInstanceOf(FormRefused.class);
        link.answer(held(town, 0), Map.of());
        assertThat(items.of(meeting)).hasSize(1);
    }

    /** Measured again by the same definition: both sides, the meeting between them, and whether it may be chance. */
    @Test
    void beforeAndAfterWithTheMeetingBetween() throws IOException {
        MeasureTown town = town();
        Meeting meeting = meeting(town);
        laid(town, meeting, TWELVE);
        assertThat(figures.again(meeting).get(0).words()).contains("ikke indlæst for en senere periode");
        int year = meeting.day().getYear() + 1;
        clock.advance(Duration.ofDays(200));
        byte[] later = new String(
                        town.file("6/100 20/150 7/80 18/100 12/180 12/64 10/70 17/90 26/120 20/111 14/77 14/90"),
                        StandardCharsets.UTF_8)
                .replace("2026K1", year + "K1")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(town.commits(later).statusCode()).isEqualTo(201);
        assertThat(text(link.show(held(town, 4)).orElseThrow()))
                .contains("Før og efter mødet den", "Jeres praksis gik fra 25 % til 7 %.")
                .contains("Ændringen ligger mellem −26 og −11 procentpoint; det er mere end tilfældet plejer.")
                .contains("før og efter mødet</title>");
        assertThat(text(link.show(held(town, 0)).orElseThrow())).contains("og kan være tilfældig.");
        assertThat(text(sheet(town, 4))).contains("Jeres praksis gik fra 25 % til 7 %.");
        assertThat(drawn(sheet(town, 4)).length())
                .as("the pictures")
                .isGreaterThan(text(sheet(town, 4)).length() + 2000);
        try (PDDocument both = Loader.loadPDF(sheet(town, 4))) {
            assertThat(both.getNumberOfPages()).isOne();
        }
        Files.createDirectories(Path.of("target", "samples"));
        Files.write(Path.of("target", "samples", "own-figures.pdf"), sheet(town, 4));
        Files.write(Path.of("target", "samples", "plenum.pdf"), pdf(town, meeting));
        Files.writeString(
                Path.of("target", "samples", "change.svg"),
                ((Block.Picture) link.show(held(town, 4)).orElseThrow().blocks().stream()
                                .filter(block -> block.toString().contains("før og efter mødet</title>"))
                                .findFirst()
                                .orElseThrow())
                        .svg());
        MeetingFigures.Again again = figures.again(meeting).get(0);
        assertThat(again.before()).isEqualByComparingTo("23");
        assertThat(again.after()).isEqualByComparingTo("17");
        assertThat(again.words()).contains("Klyngens median gik fra 23 % til 17 %.", "kan være tilfældig");
        assertThat(again.better()).isEqualTo("LOWER");
    }

    /** A practice types its row by link, in the words of the measure; what a file has, it cannot change. */
    @Test
    void aPracticeBringsItsOwnRow() {
        MeasureTown town = town();
        Meeting meeting = meeting(town);
        meetings.fixDate(town.id(), meeting.meetingId(), time.now().plus(Duration.ofDays(80)));
        String form = "measure=" + MEASURE + "&period=2026K1&meeting=" + meeting.meetingId();
        assertThat(post(town, form).statusCode()).isEqualTo(302);
        Shown asked = link.show(held(town, 0)).orElseThrow();
        assertThat(text(asked)).contains("Indtast jeres tal for 1. kvartal 2026", "recepter på antibiotika");
        assertThatThrownBy(() -> types(town, 0, "30", "20")).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> types(town, 0, "x", "20")).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> types(town, 0, "0", "0")).isInstanceOf(FormRefused.class);
        String[] rows = "12/100 30/150 8/80 20/100 45/180 16/64 14/70 21/90".split(" ");
        for (int at = 0; at < rows.length; at++) {
            types(town, at, rows[at].split("/")[0], rows[at].split("/")[1]);
        }
        types(town, 0, "22", "100");
        assertThat(text(link.show(held(town, 0)).orElseThrow()))
                .contains("Jeres praksis: 22", "Klyngens tal vises ikke");
        clock.advance(Duration.ofDays(60));
        due.freeze();
        assertThat(town.sees(town.doctor(9), MEASURE, "2026K1"))
                .contains("\"dots\":[10,20,20,20,22,23,25,25]", "\"own\":null");
        // who says no to data types none, not even in the same answer
        link.answer(held(town, 11), Map.of("tal", List.of("NEJ"), "talt", List.of("9"), "af", List.of("90")));
        assertThat(text(link.show(held(town, 11)).orElseThrow())).doesNotContain("Indtast");
        link.answer(held(town, 11), Map.of("tal", List.of("JA")));
        assertThat(town.sees(town.doctor(11), MEASURE, "2026K1")).contains("\"own\":null");
        // one who comes late sees her own, and the others see what they saw
        String before = town.sees(town.doctor(1), MEASURE, "2026K1");
        types(town, 10, "50", "100");
        assertThat(town.sees(town.doctor(1), MEASURE, "2026K1")).isEqualTo(before);
        assertThat(town.sees(town.doctor(10), MEASURE, "2026K1")).contains("\"numerator\":50");
        assertThat(town.commits(town.file("12/100 30/150")).statusCode()).isEqualTo(201);
        assertThat(text(link.show(held(town, 1)).orElseThrow()))
                .contains("30 recepter")
                .contains("Indtast");
        assertThat(text(link.show(held(town, 0)).orElseThrow())).doesNotContain("Indtast");
    }

    /** After four years the rows are gone and what was released stays; nothing new is laid over it. */
    @Test
    void rowsAreForgotten() {
        MeasureTown town = town();
        laid(town, meeting(town), TWELVE);
        String others = town.sees(town.id() + "-sekretaer", MEASURE, "2026K1");
        assertThat(retention.forget(time.now().plusSeconds(1))).isGreaterThanOrEqualTo(24);
        assertThat(town.sees(town.doctor(1), MEASURE, "2026K1")).isEqualTo(others);
        assertThat(town.commits(town.file(TWELVE.replace("12/100 30/150 8/80", "32/100 3/150 28/80")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(town.sees(town.id() + "-sekretaer", MEASURE, "2026K1")).isEqualTo(others);
    }

    /** The administrator sees what is measured and how many are in, and no figure. */
    @Test
    void acrossClustersOnlyCounts() {
        MeasureTown town = town();
        laid(town, meeting(town), TWELVE);
        String page = Browser.loggedIn(port, "admin", "admin")
                .get("/maalinger/klynger")
                .body();
        String row = page.substring(page.indexOf("Klyngen " + town.id()));
        assertThat(row.substring(0, row.indexOf("</tr>")))
                .contains("1. kvartal 2026", "12 af 12 praksis", "ikke spurgt")
                .doesNotContain("%");
        assertThat(town.secretary().get("/maalinger/klynger").statusCode()).isEqualTo(403);
    }

    /** The worked example of Newcombe's paper, and the order statistics of six and of eleven. */
    @Test
    void theFormulasOfTheChange() {
        double[] interval = MeasuredChange.newcombe(48, 80, 56, 70);
        assertThat(interval[0]).isCloseTo(0.0524, within(0.0001));
        assertThat(interval[1]).isCloseTo(0.3339, within(0.0001));
        assertThat(spread(6).medianBetween()).containsExactly(1, 6);
        assertThat(spread(11).medianBetween()).containsExactly(2, 10);
    }

    private static Spread spread(int practices) {
        return new Spread(
                IntStream.rangeClosed(1, practices).mapToObj(Long::valueOf).toList(),
                1,
                1,
                1,
                null,
                java.math.BigDecimal.ONE,
                0);
    }

    private MeasureTown town() {
        return MeasureTown.of(
                port,
                register,
                IntStream.range(0, 12)
                        .mapToObj(at -> "%06d".formatted(970600 + at))
                        .toList());
    }

    /** So near that its data deadline is over. */
    private Meeting meeting(MeasureTown town) {
        LocalDate day = time.today().plusDays(5);
        Meeting meeting = meetings.add(town.id(), "Antibiotika", day, day, 120, town.id() + "@test", town.doctor(0));
        meetings.fixDate(town.id(), meeting.meetingId(), time.now().plus(Duration.ofDays(5)));
        return meetings.get(town.id(), meeting.meetingId());
    }

    private static void laid(MeasureTown town, Meeting meeting, String rows) {
        HttpResponse<String> taken = town.commits(town.file(rows), "meeting=" + meeting.meetingId());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    private static String path(MeasureTown town, Meeting meeting) {
        return PlenumPage.path(town.id(), meeting.meetingId());
    }

    private static HttpResponse<String> plenum(MeasureTown town, Meeting meeting) {
        return town.browser(town.doctor(0)).get(path(town, meeting));
    }

    private void types(MeasureTown town, int doctor, String numerator, String denominator) {
        link.answer(held(town, doctor), Map.of("talt", List.of(numerator), "af", List.of(denominator)));
    }

    private static HttpResponse<String> post(MeasureTown town, String fields) {
        Browser secretary = town.secretary();
        String token = URLEncoder.encode(
                Browser.token(secretary.get("/tal/" + town.id()).body()), StandardCharsets.UTF_8);
        return secretary.submit("/tal/" + town.id() + "/indtast", fields + "&_csrf=" + token);
    }

    private static byte[] pdf(MeasureTown town, Meeting meeting) {
        return town.secretary().download(path(town, meeting) + "/plenum.pdf").body();
    }

    private byte[] sheet(MeasureTown town, int doctor) {
        return link.ownFile(held(town, doctor)).orElseThrow().content();
    }

    private String papersOf(Meeting meeting) {
        return text(documents.content(meeting.clusterId(), papers.bundle(meeting)));
    }

    private static Held held(MeasureTown town, int doctor) {
        return new Held(town.id(), MEASURE, town.doctor(doctor));
    }

    private static String text(Shown shown) {
        StringBuilder text = new StringBuilder();
        for (Block block : shown.blocks()) {
            text.append(block).append('\n');
        }
        return text.toString();
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is written on its pages, and every picture stroke by stroke; where the letters of the cluster's name stand is left out. */
    private static String drawn(byte[] pdf) throws IOException {
        StringBuilder drawn = new StringBuilder(text(pdf));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                page.getResources().getXObjectNames().forEach(name -> {
                    try {
                        drawn.append(new String(
                                page.getResources()
                                        .getXObject(name)
                                        .getStream()
                                        .createInputStream()
                                        .readAllBytes(),
                                StandardCharsets.ISO_8859_1));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
            }
        }
        return drawn.toString();
    }
}
