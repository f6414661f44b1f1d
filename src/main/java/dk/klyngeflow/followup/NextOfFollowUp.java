package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task that follows a meeting, reckoned from the meeting itself. */
@Component
class NextOfFollowUp implements WhatNext {

    private static final Set<String> KEYS = Set.of("recordMeeting", "approveMinutes", "careForSilent", "reMeasure");

    private final Meetings meetings;
    private final MeetingPeople people;
    private final WrapUps wrapUps;
    private final ActionItems items;
    private final People names;
    private final NextHands hands;

    NextOfFollowUp(
            Meetings meetings,
            MeetingPeople people,
            WrapUps wrapUps,
            ActionItems items,
            People names,
            NextHands hands) {
        this.meetings = meetings;
        this.people = people;
        this.wrapUps = wrapUps;
        this.items = items;
        this.names = names;
        this.hands = hands;
    }

    @Override
    public Set<String> keys() {
        return KEYS;
    }

    @Override
    public Set<String> closedToAuditors() {
        return keys();
    }

    @Override
    public Optional<String> after(Done done) {
        return meetings.find(done.clusterId(), done.text(MeetingWrapUpVariables.MEETING_ID.name()))
                .map(meeting -> sentence(done, meeting));
    }

    private String sentence(Done done, Meeting meeting) {
        return switch (done.key()) {
            case "recordMeeting" -> recorded(done, meeting);
            case "approveMinutes" -> minuted(meeting);
            case "careForSilent" -> "Det er noteret. Der sker ikke mere med dem, du har ringet til, før næste møde.";
            default -> "Målingen står på mødets side, og mødet afsluttes, når alle aftaler er klaret.";
        };
    }

    private String recorded(Done done, Meeting meeting) {
        String noteTaker = wrapUps.find(meeting.clusterId(), meeting.meetingId())
                .map(WrapUp::noteTaker)
                .orElse(null);
        String who = hands.holding(meeting.clusterId(), "approveMinutes");
        if (!done.is(MeetingWrapUpVariables.IS_SOMEBODY_NOTING.name()) || noteTaker == null) {
            return "Fremmøde og aftaler er gemt. Udkastet til referat ligger om et øjeblik hos " + who + ".";
        }
        return names.nameOf(noteTaker)
                + " bliver bedt om hovedpunkterne på mail. Derefter ligger referatet til godkendelse hos " + who
                + done.until(MeetingWrapUpVariables.KEY_POINTS_LATE_AT.name()) + ".";
    }

    private String minuted(Meeting meeting) {
        long open = items.of(meeting).stream().filter(item -> !item.isSettled()).count();
        return "Referatet sendes til " + people(meeting) + ". "
                + (open == 0
                        ? "Der er ingen åbne aftaler; du hører kun fra os, hvis der skal måles igen."
                        : (open == 1 ? "Én aftale" : open + " aftaler")
                                + " bliver fulgt op pr. mail; du hører fra os, hvis nogen ikke svarer.");
    }

    private String people(Meeting meeting) {
        int number = people.of(meeting).size();
        return number == 1 ? "ét medlem" : number + " medlemmer";
    }
}
