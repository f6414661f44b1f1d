package dk.klyngeflow.year;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.actions.ItemState;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What KiAP asks about is known from the year's meetings; nobody's name stands in it. */
@KlyngeflowTest
class ActivityDraftTest {

    @Autowired
    ClusterYearStory story;

    @Autowired
    ActivityDraft draft;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingPeople people;

    @Autowired
    ActionItems actions;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void saysTopicAttendanceAndWhatWasAgreed_ofMeetingsThatWereHeld() {
        story.isOpenedOn("2026-06-01");
        held("2026-09-10", 14);
        // neither of these belongs to it: one was not held, the other is of the next year
        story.plansMeetingByHand("2026-10-05", "2026-10-16");
        held("2027-02-11", 9);

        ActivityDraft.Draft found = draft.of(story.cluster(), 2026);

        assertThat(found.meetings())
                .containsExactly(
                        new ActivityDraft.Held("10. september 2026", "uden emne", "14 af 21", "2, heraf 1 afsluttet"));
        assertThat(found.text()).isEqualTo("""
                        Klyngen har 9 praksis med 41.460 patienter.
                        Der blev holdt 1 møde i 2026:
                        – 10. september 2026: uden emne. Deltagere: 14 af 21. Aftaler: 2, heraf 1 afsluttet.""");
        assertThat(found.text()).doesNotContain("Holmgård");
    }

    private void held(String day, int came) {
        Meeting planned = story.plansMeetingByHand(day, day);
        transaction.executeWithoutResult(status -> {
            meetings.fixDate(
                    story.cluster(),
                    planned.meetingId(),
                    CopenhagenTime.at(LocalDate.parse(day), LocalTime.of(16, 30)));
            Meeting meeting = meetings.get(story.cluster(), planned.meetingId());
            people.attended(meeting, story.members().subList(0, came));
            actions.replace(
                    meeting,
                    List.of(
                            new ActionItem.New(
                                    "Se på nyretal",
                                    story.members().get(0),
                                    LocalDate.parse(day).plusDays(30)),
                            new ActionItem.New(
                                    "Skriv til kommunen",
                                    story.members().get(1),
                                    LocalDate.parse(day).plusDays(30))));
            ActionItem first = actions.of(meeting).get(0);
            actions.answered(first, ItemState.DONE, null, "", story.members().get(0));
            meetings.status(story.cluster(), planned.meetingId(), MeetingStatus.HELD);
        });
    }
}
