package dk.klyngeflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.parameter.ParticipationStatus;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.mail.CalendarPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What calendar programs read in our files; read here by another library than the one that wrote them. */
@KlyngeflowTest
class CalendarFilesTest {

    private static final String TITLE = "Klyngemøde: KOL; \"løse ender\", æøå";
    private static final String TEXT = "Vi mødes kl. 19.\nTag data med; det tager 10 min, højst.\\n";

    @Autowired
    CalendarFiles files;

    @Autowired
    TestClock clock;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void anInvitationSaysWhatWhenWhereAndFromWhom() throws IOException {
        CalendarPart part = files.request(
                event(3, TITLE, TEXT, "Kroen, Storegade 1; 1. sal", "2027-01-20T18:00:00Z"),
                "Ærø, Åse",
                "aase@praksis.example");

        ICalendar calendar = read(part.text());
        VEvent event = calendar.getEvents().get(0);
        assertThat(part.method()).isEqualTo("REQUEST");
        assertThat(calendar.getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo("møde-1@klyngeflow");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(TestClock.START);
        assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
        assertThat(event.getDescription().getValue()).isEqualTo(TEXT);
        assertThat(event.getLocation().getValue()).isEqualTo("Kroen, Storegade 1; 1. sal");
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("post@nordklyngen.example");
        assertThat(event.getAttendees()).hasSize(1).first().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("aase@praksis.example");
            assertThat(attendee.getCommonName()).isEqualTo("Ærø, Åse");
            assertThat(attendee.getRsvp()).isTrue();
            assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
            assertThat(attendee.getParticipationLevel().getValue(ICalVersion.V2_0))
                    .isEqualTo("REQ-PARTICIPANT");
        });
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                .as(calendar.validate(ICalVersion.V2_0).toString())
                .isTrue();
    }

    @Test
    void aCancellationHasTheSameUid() throws IOException {
        CalendarPart part =
                files.cancel(event(4, TITLE, "", "", "2027-01-20T18:00:00Z"), "Åse", "aase@praksis.example");

        ICalendar calendar = read(part.text());
        VEvent event = calendar.getEvents().get(0);
        assertThat(part.method()).isEqualTo("CANCEL");
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event.getUid().getValue()).isEqualTo("møde-1@klyngeflow");
        assertThat(event.getSequence().getValue()).isEqualTo(4);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getDescription()).isNull();
        assertThat(event.getLocation()).isNull();
    }

    /** Winter, summer, and both days on which the clock is turned: before, in and after the hour. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-20T18:00:00Z, TZID=Europe/Copenhagen:20270120T190000",
        "2027-06-16T17:00:00Z, TZID=Europe/Copenhagen:20270616T190000",
        "2027-03-28T00:30:00Z, :20270328T003000Z",
        "2027-03-28T01:00:00Z, :20270328T010000Z",
        "2027-03-28T01:30:00Z, :20270328T013000Z",
        "2027-03-28T17:00:00Z, TZID=Europe/Copenhagen:20270328T190000",
        "2027-03-29T17:00:00Z, TZID=Europe/Copenhagen:20270329T190000",
        "2027-10-30T17:00:00Z, TZID=Europe/Copenhagen:20271030T190000",
        "2027-10-31T00:30:00Z, :20271031T003000Z",
        "2027-10-31T01:30:00Z, :20271031T013000Z",
        "2027-10-31T02:00:00Z, :20271031T020000Z",
        "2027-10-31T18:00:00Z, TZID=Europe/Copenhagen:20271031T190000"
    })
    void everyMomentIsReadAsTheSameMoment(Instant start, String written) throws IOException {
        CalendarPart part = files.request(event(0, "Møde", "", "", start.toString()), "Åse", "aase@praksis.example");

        VEvent read = read(part.text()).getEvents().get(0);
        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(start.plusSeconds(7200));
        assertThat(part.text()).containsPattern("DTSTART[;]?" + written + "\r\n");
    }

    @Test
    void nobodysTextBecomesALine() throws IOException {
        String evil = "x\r\nATTENDEE:mailto:evil@firma.example\nSUMMARY:y\rEND:VEVENT\u2028a\u0085b\u0000c\";:,";
        CalendarEvent event = new CalendarEvent(
                "uid\r\nX-A:1",
                0,
                evil,
                evil,
                evil,
                Instant.parse("2027-01-20T18:00:00Z"),
                Instant.parse("2027-01-20T20:00:00Z"),
                new CalendarEvent.Organizer(evil, "post@nordklyngen.example\r\nX-B:1"));

        String text =
                files.request(event, evil, "aase@praksis.example\r\nX-C:1").text();

        ICalendar calendar = read(text);
        assertThat(calendar.getEvents()).hasSize(1);
        assertThat(calendar.getEvents().get(0).getAttendees()).hasSize(1);
        assertThat(calendar.getEvents().get(0).getOrganizer().getUri()).isEqualTo("invalid:nomail");
        assertThat(text).doesNotContainPattern("(?m)^(X-|SUMMARY:y|ATTENDEE:)");
    }

    @Test
    void linesAreFoldedByBytesAndNeverInsideACharacter() throws IOException {
        String title = "æøå€😀".repeat(60);
        String text = files.request(
                        event(0, title, title, title, "2027-01-20T18:00:00Z"), title, "aase@praksis.example")
                .text();

        assertThat(text.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(read(text).getEvents().get(0).getSummary().getValue()).isEqualTo(title);
    }

    @Test
    void aFeedListsEverythingAndAsksForNoAnswers() throws IOException {
        byte[] feed = files.feed(
                "Klyngemøder",
                List.of(
                        event(0, "Første", "", "", "2027-03-01T18:00:00Z"),
                        event(2, "Andet", "", "", "2027-06-01T18:00:00Z")));

        ICalendar calendar = read(new String(feed, StandardCharsets.UTF_8));
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("Klyngemøder");
        assertThat(calendar.getEvents())
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("Første", "Andet");
        assertThat(calendar.getEvents())
                .allSatisfy(event -> assertThat(event.getAttendees()).isEmpty());
        assertThat(read(new String(files.feed("Tom", List.of()), StandardCharsets.UTF_8))
                        .getEvents())
                .isEmpty();
    }

    @Test
    void everyUidIsNew() {
        assertThat(files.newUid()).isNotEqualTo(files.newUid()).endsWith("@klyngeflow");
    }

    private static CalendarEvent event(int sequence, String title, String text, String place, String start) {
        return new CalendarEvent(
                "møde-1@klyngeflow",
                sequence,
                title,
                text,
                place,
                Instant.parse(start),
                Instant.parse(start).plusSeconds(7200),
                new CalendarEvent.Organizer("Nordklyngen", "post@nordklyngen.example"));
    }

    private static ICalendar read(String text) throws IOException {
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar calendar = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(Biweekly.parse(text).all()).hasSize(1);
            return calendar;
        }
    }
}
