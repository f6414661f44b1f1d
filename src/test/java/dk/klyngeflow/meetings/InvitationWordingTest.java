package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.CATERING;
import static dk.klyngeflow.bookings.BookingKind.SPEAKER;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.mail.WrittenMails;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a member reads when she is called to a meeting, and what the agenda says of the speaker: word by word, and nothing untrue. */
@KlyngeflowTest
class InvitationWordingTest {

    @Autowired
    MeetingStory story;

    @Autowired
    Agendas agendas;

    @Autowired
    Suppliers suppliers;

    @Autowired
    WrittenMails mails;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void aPlainInvitation() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();

        assertThat(invitation())
                .contains(
                        "Her er indkaldelsen til vores næste klyngemøde:",
                        "Emne:    Diabetes og nyrer",
                        "Hvornår: " + story.meeting().when() + "–21.00\n",
                        "Hvor:    Havnen",
                        "Vi ser på, hvem der får kontrolleret nyretal.",
                        "Dagsorden og materiale er vedhæftet som én PDF.",
                        "Svar helst inden ")
                .doesNotContain("bestille mad", "Klyngens egne data", "Flyttet", "null", "${", "[(", "minutter");
        assertThat(story.shown("rsvp", story.person("medlem")).blocks().toString())
                .contains(story.meeting().when() + " (2 timer)")
                .doesNotContain("120");
    }

    @Test
    void withFoodSheIsToldWhyAnAnswerIsWantedInTime() {
        isPlanned("CATERING", CATERING);
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        assertThat(invitation()).contains(", så vi kan bestille mad.");
        assertThat(story.shown("rsvp", story.person("medlem")).blocks().toString())
                .contains("køkkenet");
    }

    @Test
    void whereNobodyBringsFoodNobodyIsAskedWhatSheEats() {
        isPlanned("CATERING", CATERING);
        story.byLink("booking", story.holder("booking"), Map.of("answer", List.of("NEJ-0")));
        story.dueJobsRun();
        story.answersOf("/forplejning", "sekretaer", "phoneSupplier", Map.of("decision", "WITHOUT"));
        story.dueJobsRun();
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        assertThat(invitation()).doesNotContain("bestille mad");
        assertThat(story.shown("rsvp", story.person("medlem")).blocks().toString())
                .doesNotContain("køkkenet");
    }

    @Test
    void withoutDataItSaysSo() {
        story.aMeetingHasADate("DATA", DataSettings.LEAD_DAYS, 300);
        story.answersOf(MeetingData.CASE_PART, "koordinator", "decideOnData", Map.of("decision", "WITHOUT"));
        story.dueJobsRun();
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        assertThat(invitation())
                .contains("Klyngens egne data er ikke kommet, så vi taler ud fra egne erfaringer.")
                .doesNotContain("Når de ikke frem");
    }

    @Test
    void afterAMoveItShowsTheOldDateToo() {
        story.aMeetingHasADate("");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        String before = story.meeting().when();
        story.isMoved(story.meeting().start().plus(Duration.ofDays(7)));
        story.untilTheAgenda();
        assertThat(invitation()).contains("Hvornår: " + story.meeting().when() + "–21.00\n", "Flyttet: fra " + before);
    }

    @Test
    void theAgendasSpeakerLineFollowsTheAnswers() {
        isPlanned("SPEAKER", SPEAKER);
        assertThat(agendas.known(story.meeting()).speaker()).isEqualTo("Lise Holm er spurgt og har ikke svaret");
        assertThat(drafted()).doesNotContain("Oplæg:");

        String speaker = story.holder("booking");
        story.byLink("booking", speaker, Map.of("answer", List.of("JA-0")));
        story.dueJobsRun();
        assertThat(agendas.known(story.meeting()).speaker()).isEqualTo("Lise Holm kommer");
        assertThat(drafted()).contains("Oplæg: Lise Holm (30 min.)");

        story.isMoved(story.meeting().start().plus(Duration.ofDays(7)));
        assertThat(agendas.known(story.meeting()).speaker())
                .as("her yes was to the date before")
                .isEqualTo("Lise Holm er spurgt og har ikke svaret");
        assertThat(drafted()).doesNotContain("Oplæg:");
    }

    private String drafted() {
        agendas.draft(story.cluster(), story.meeting().meetingId());
        return story.meeting().agenda();
    }

    private String invitation() {
        List<String> all = mails.texts(story.cluster(), "meeting-invitation", story.person("medlem"));
        assertThat(all).isNotEmpty();
        return all.get(all.size() - 1);
    }

    private void isPlanned(String needs, BookingKind kind) {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        suppliers
                .of(story.cluster(), kind)
                .forEach(known -> suppliers.change(
                        story.cluster(),
                        known.supplierId(),
                        new Suppliers.Entry(
                                kind,
                                known.name(),
                                Suppliers.Reach.by("", ""),
                                Suppliers.Terms.UNKNOWN,
                                false,
                                false)));
        suppliers.add(
                story.cluster(),
                new Suppliers.Entry(
                        kind,
                        "Lise Holm",
                        Suppliers.Reach.by("lise@sted.example", ""),
                        Suppliers.Terms.UNKNOWN,
                        false,
                        true));
        story.aMeetingIsWanted();
        story.theCoordinatorPlans(needs);
        story.dueJobsRun();
        story.theDateIsFound();
        story.dueJobsRun();
    }
}
