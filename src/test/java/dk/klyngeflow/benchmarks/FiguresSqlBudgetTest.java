package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages of figures cost the database, in statements, however many measures, periods and practices there are. */
@KlyngeflowTest
class FiguresSqlBudgetTest {

    private static final int PAGE = 4;
    private static final int IMPORT = 20;
    private static final String MEASURE = "maaling-1";

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    ClusterSettings settings;

    @Autowired
    CopenhagenTime time;

    @Autowired
    Meetings meetings;

    @Autowired
    Links links;

    @Autowired
    MeasureConsents consents;

    /** Open or closed, with a meeting in between, and twelve quarters of three measures. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPageIsFourStatements(boolean isOpen) {
        MeasureTown town = town(12);
        settings.set(town.id(), DataSettings.OPEN, isOpen, time.today(), "test");
        LocalDate day = LocalDate.of(2024, 5, 14);
        Meeting meeting = meetings.add(town.id(), "Måling 2", day, day, 120, town.id() + "@test", town.doctor(0));
        meetings.fixDate(town.id(), meeting.meetingId(), CopenhagenTime.at(day, java.time.LocalTime.of(16, 30)));
        assertThat(town.commits(town.years(3), "meeting=" + meeting.meetingId()).statusCode())
                .isEqualTo(201);
        if (isOpen) {
            IntStream.range(0, 12)
                    .forEach(at -> consents.answer(
                            town.id(), MEASURE, number(at), MeasureConsents.Kind.NAME, true, town.doctor(at)));
        }
        Browser doctor = town.browser(town.doctor(1));
        String id = links.of(town.id(), FiguresLink.PURPOSE, MEASURE, town.doctor(1));
        String code = links.url(town.id(), id).orElseThrow().replaceFirst(".*#", "");
        Browser phone = Browser.anonymous(port);
        HttpResponse<String> opened = phone.submit("/svar", "code=" + code);
        String own = opened.uri().getPath();
        assertThat(own).isNotEqualTo("/svar");

        atMost(phone, own, "Jeres praksis", isOpen ? "Praksis 970000" : "Over tid");
        atMost(doctor, "/tal/" + town.id() + "/" + MEASURE + "?vis=mit", "Jeres praksis");
        atMost(doctor, PlenumPage.path(town.id(), meeting.meetingId()), "Måling 3, ", "12 praksis er med.");
        atMost(doctor, PlenumPage.path(town.id(), meeting.meetingId()) + "?vis=mit", "Jeres praksis");
        atMost(doctor, "/api/clusters/" + town.id() + "/measures/" + MEASURE + "/2025K4", "\"released\":{");
    }

    /** 250 sets are frozen of it. */
    @Test
    void tenThousandLinesAreTakenInAFewStatements() {
        MeasureTown town = town(40);
        byte[] file = town.tenThousandLines();
        town.secretary();
        List<String> sent = CountedSql.during(
                () -> assertThat(town.commits(file).statusCode()).isEqualTo(201));
        assertThat(sent).as(byText(sent)).hasSizeLessThanOrEqualTo(IMPORT);
    }

    private static void atMost(Browser browser, String path, String... saying) {
        assertThat(browser.get(path).body()).contains(saying);
        List<String> sent = CountedSql.during(
                        () -> assertThat(browser.get(path).statusCode()).isEqualTo(200))
                .stream()
                // her name in the head and her rights, asked once in ten seconds
                .filter(sql -> !sql.contains("from klyngeflow.person where person_id = ") && !sql.contains("ACT_ID_"))
                .toList();
        assertThat(sent).as(path + "\n" + byText(sent)).isNotEmpty().hasSizeLessThanOrEqualTo(PAGE);
    }

    private static String byText(List<String> statements) {
        return statements.stream().collect(Collectors.groupingBy(sql -> sql, Collectors.counting())).entrySet().stream()
                .map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining("\n"));
    }

    private MeasureTown town(int practices) {
        return MeasureTown.of(
                port,
                register,
                IntStream.range(0, practices)
                        .mapToObj(FiguresSqlBudgetTest::number)
                        .toList());
    }

    private static String number(int practice) {
        return "%06d".formatted(970000 + practice);
    }
}
