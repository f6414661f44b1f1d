package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.followup.MeetingWrapUp;
import dk.klyngeflow.pages.WhatNext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The words that whoever completes a task of a meeting reads: task and answer on the left, sentence on the right. */
@KlyngeflowTest
class NextOfMeetingsTest {

    @Autowired
    NextOfMeetings untilHeld;

    @Autowired
    List<WhatNext> stages;

    @Autowired
    MeetingStory story;

    private final SoftAssertions sentences = new SoftAssertions();
    private final Set<String> spoken = new TreeSet<>();

    @Test
    void everyTaskSaysWhatHappensNextAndWhen() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 7);
        story.aMeetingIsWanted();
        after(
                MeetingCycle.KEY,
                Map.of("isVoteWanted", true),
                "21 medlemmer bliver spurgt om emner. Svarene kommer som en opgave til Karen Holmgård mandag den 14. september.");
        after(
                MeetingCycle.KEY,
                Map.of("isVoteWanted", false),
                "Mødet er oprettet. Næste skridt er at vælge emne og datoer; opgaven ligger nu hos Karen Holmgård, senest lørdag den 12. september.");
        after("planMeeting", Map.of(), "Medlemmerne bliver spurgt om datoer.");
        story.theTopicsAreGathered();
        story.theCoordinatorPlans("");
        after(
                "planMeeting",
                Map.of(),
                "21 medlemmer er spurgt om 4 datoer; du hører fra os senest tirsdag den 22. september.");
        story.dueJobsRun();
        story.members().forEach(story::saysYesToAllDates);
        story.dueJobsRun();
        after(
                "confirmDate",
                Map.of("isDateChosen", true, "chosenOption", "1"),
                "Mødet er tirsdag den 24. november 2026 kl. 19.00. 21 medlemmer får datoen, og det, mødet skal bruge, bliver bestilt; du hører fra os med dagsordenen tirsdag den 27. oktober.");
        after(
                "confirmDate",
                Map.of("isDateChosen", false),
                "Ingen af datoerne blev brugt. Næste skridt er at foreslå nye; opgaven kommer nu til Karen Holmgård.");
        after(
                "proposeDates",
                Map.of("areNewDatesGiven", true),
                "21 medlemmer er spurgt om 4 datoer; du hører fra os senest tirsdag den 22. september.");
        after(
                "proposeDates",
                Map.of("areNewDatesGiven", false),
                "Mødet planlægges forfra. Opgaven kommer nu til Karen Holmgård.");
        story.confirmsTheBestDate();
        story.dueJobsRun();
        after(
                "approveAgenda",
                Map.of(),
                "21 medlemmer får nu indkaldelsen med dagsordenen; tilmeldingen slutter tirsdag den 17. november, og du hører fra os, hvis færre end 8 kommer.");
        after(
                "decideOnMeeting",
                Map.of("meetingDecision", "MOVE"),
                "21 medlemmer og alle bestillinger får den nye tid. Du hører fra os, når dagsordenen skal ses igennem igen.");
        after(
                "decideOnMeeting",
                Map.of("meetingDecision", "CANCEL"),
                "Mødet er aflyst. 21 medlemmer og alle bestillinger får besked; der sker ikke mere i sagen.");
        after(
                "decideOnMeeting",
                Map.of("meetingDecision", "HOLD"),
                "Mødet holdes tirsdag den 24. november 2026 kl. 19.00. Alle bliver mindet om det dagen før, og du hører fra os igen, når det er holdt.");
        after(
                "orderData",
                Map.of("isDataOrdered", true, "dataNeededAt", "2026-11-10T11:00:00Z"),
                "Det er noteret, at datapakken er bestilt. Når den kommer, lægges den ved mødet af Signe Vestrup, senest tirsdag den 10. november.");
        after("orderData", Map.of("isDataOrdered", false), "Om mødet holdes uden data, afgøres nu af Karen Holmgård.");
        after(
                "receiveData",
                Map.of("hasData", true),
                "Data ligger nu ved mødet, og dagsordenen får dem med tirsdag den 27. oktober.");
        after("receiveData", Map.of("hasData", false), "Om mødet holdes uden data, afgøres nu af Karen Holmgård.");
        after(
                "decideOnData",
                Map.of("isDataTriedFor", true),
                "Vi prøver alligevel at få data. Er de ikke kommet mandag den 23. november, bliver du spurgt igen.");
        after(
                "decideOnData",
                Map.of("isDataTriedFor", false),
                "Mødet holdes uden data, og indkaldelsen siger det; du hører fra os med dagsordenen tirsdag den 27. oktober.");
        after(
                "chooseSpeaker",
                Map.of("speakerChoice", "PHONE"),
                "Opgaven med at ringe rundt efter en oplægsholder kommer nu til Signe Vestrup.");
        after(
                "chooseSpeaker",
                Map.of("speakerChoice", "WITHOUT"),
                "Mødet holdes uden oplægsholder; der bliver ikke spurgt flere.");
        after(
                "chooseSpeaker",
                Map.of("speakerChoice", "ASK"),
                "Den, du har valgt, bliver spurgt nu; du hører fra os, hvis svaret er nej.");
        after(
                "phoneSupplier",
                Map.of("phoneOutcome", "BOOKED"),
                "Aftalen er noteret på mødets side. Du hører ikke mere om den, medmindre mødet flyttes eller aflyses.");
        after(
                "phoneSupplier",
                Map.of("phoneOutcome", "NEXT"),
                "Den næste på listen bliver spurgt; du hører fra os, hvis svaret ikke kommer.");
        after(
                "phoneSupplier",
                Map.of("phoneOutcome", "WITHOUT"),
                "Mødet om Diabetes og nyrer holdes uden; der bliver ikke spurgt flere.");
        after(
                "recordMeeting",
                Map.of("isSomebodyNoting", false),
                "Fremmøde og aftaler er gemt. Udkastet til referat ligger om et øjeblik hos Karen Holmgård.");
        after(
                "approveMinutes",
                Map.of(),
                "Referatet sendes til 21 medlemmer. Der er ingen åbne aftaler; du hører kun fra os, hvis der skal måles igen.");
        after(
                "careForSilent",
                Map.of(),
                "Det er noteret. Der sker ikke mere med dem, du har ringet til, før næste møde.");
        after("reMeasure", Map.of(), "Målingen står på mødets side, og mødet afsluttes, når alle aftaler er klaret.");
        story.untilTheAgenda();
        story.theAgendaIsApproved();
        story.members().forEach(story::comes);
        story.untilTheMeetingIsHeld();
        story.answersOf(
                MeetingWrapUp.PART,
                "koordinator",
                "recordMeeting",
                Map.of(
                        "attended",
                        String.join(",", story.members()),
                        "items",
                        "[]",
                        "noteTaker",
                        story.person("medlem")));
        after(
                "recordMeeting",
                Map.of("isSomebodyNoting", true, "keyPointsLateAt", "2026-12-10T11:00:00Z"),
                "Mads Enevold bliver bedt om hovedpunkterne på mail. Derefter ligger referatet til godkendelse hos Karen Holmgård, senest torsdag den 10. december.");
        sentences.assertAll();
        Set<String> keys = new TreeSet<>(untilHeld.keys());
        keys.addAll(speaker("recordMeeting").keys());
        assertThat(spoken).as("every task has a row").isEqualTo(keys);
    }

    private WhatNext speaker(String task) {
        return stages.stream()
                .filter(each -> each.keys().contains(task))
                .findFirst()
                .orElseThrow();
    }

    private void after(String task, Map<String, Object> answers, String sentence) {
        spoken.add(task);
        Map<String, Object> known = new HashMap<>(answers);
        known.put(MeetingCycleVariables.MEETING_ID.name(), story.meeting().meetingId());
        sentences
                .assertThat(speaker(task)
                        .after(new WhatNext.Done(
                                task, story.cluster(), story.meeting().businessKey(), known)))
                .as(task + " " + answers)
                .hasValue(sentence);
    }
}
