package dk.klyngeflow.meetings;

import dk.klyngeflow.dataorders.MeetingData;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invitations.Fewest;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.WhatNext;
import dk.klyngeflow.polls.Poll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of a meeting, reckoned from the meeting itself. */
@Component
class NextOfMeetings implements WhatNext {

    private static final Set<String> KEYS = Set.of(
            MeetingCycle.KEY,
            "planMeeting",
            "confirmDate",
            "proposeDates",
            "approveAgenda",
            "decideOnMeeting",
            "orderData",
            "receiveData",
            "decideOnData",
            "chooseSpeaker",
            "phoneSupplier");

    private final Meetings meetings;
    private final MeetingPeople people;
    private final MeetingDates dates;
    private final MeetingTimes times;
    private final ClusterSettings settings;
    private final NextHands hands;
    private final Fewest fewest;

    NextOfMeetings(
            Meetings meetings,
            MeetingPeople people,
            MeetingDates dates,
            MeetingTimes times,
            ClusterSettings settings,
            NextHands hands,
            Fewest fewest) {
        this.meetings = meetings;
        this.people = people;
        this.dates = dates;
        this.times = times;
        this.settings = settings;
        this.hands = hands;
        this.fewest = fewest;
    }

    @Override
    public Set<String> keys() {
        return KEYS;
    }

    @Override
    public Set<String> closedToAuditors() {
        return Set.of(
                "planMeeting",
                "proposeDates",
                "confirmDate",
                "decideOnData",
                "orderData",
                "receiveData",
                "chooseSpeaker",
                "phoneSupplier");
    }

    @Override
    public Optional<String> after(Done done) {
        return meetings.find(done.clusterId(), done.text(MeetingCycleVariables.MEETING_ID.name()))
                .map(meeting -> sentence(done, meeting));
    }

    private String sentence(Done done, Meeting meeting) {
        return switch (done.key()) {
            case MeetingCycle.KEY -> started(done, meeting);
            case "planMeeting" -> asked(meeting);
            case "confirmDate" -> dateChosen(done, meeting);
            case "proposeDates" ->
                done.is(DatePollVariables.ARE_NEW_DATES_GIVEN.name())
                        ? asked(meeting)
                        : "Mødet planlægges forfra. Opgaven kommer nu til "
                                + hands.holding(done.clusterId(), "planMeeting") + ".";
            case "approveAgenda" -> invited(meeting);
            case "decideOnMeeting" -> decided(done, meeting);
            case "orderData" ->
                done.is(DataOrderVariables.IS_DATA_ORDERED.name())
                        ? "Det er noteret, at datapakken er bestilt. Når den kommer, lægges den ved mødet af "
                                + hands.holding(done.clusterId(), "receiveData")
                                + done.until(DataOrderVariables.DATA_NEEDED_AT.name()) + "."
                        : withoutData(done);
            case "receiveData" ->
                done.is(DataOrderVariables.HAS_DATA.name())
                        ? "Data ligger nu ved mødet, og dagsordenen får dem med" + agenda(meeting)
                        : withoutData(done);
            case "decideOnData" ->
                done.is(DataOrderVariables.IS_DATA_TRIED_FOR.name())
                        ? "Vi prøver alligevel at få data. Er de ikke kommet "
                                + CopenhagenTime.dayInWords(MeetingData.lastChance(meeting))
                                + ", bliver du spurgt igen."
                        : "Mødet holdes uden data, og indkaldelsen siger det; du hører fra os med dagsordenen"
                                + agenda(meeting);
            case "chooseSpeaker" -> speakerChosen(done);
            case "phoneSupplier" -> phoned(done, meeting);
            default -> throw new IllegalStateException("nothing is known to come after " + done.key());
        };
    }

    private String started(Done done, Meeting meeting) {
        boolean asksFirst = done.is(MeetingCycleVariables.IS_VOTE_WANTED.name())
                && settings.get(meeting.clusterId(), MeetingSettings.TOPIC_VOTE_DAYS) > 0;
        String who = hands.holding(meeting.clusterId(), "planMeeting");
        return asksFirst
                ? people(meeting) + " bliver spurgt om emner. Svarene kommer som en opgave til " + who + " "
                        + CopenhagenTime.dayInWords(times.topicVoteCloses(meeting.clusterId())) + "."
                : "Mødet er oprettet. Næste skridt er at vælge emne og datoer; opgaven ligger nu hos " + who
                        + ", senest " + CopenhagenTime.dayInWords(times.taskDue(meeting.clusterId())) + ".";
    }

    /** The dates go out now, or have gone out already. */
    private String asked(Meeting meeting) {
        List<Instant> starts = meetings.proposedTimes(meeting.clusterId(), meeting.meetingId());
        if (starts.isEmpty()) {
            return "Medlemmerne bliver spurgt om datoer.";
        }
        Instant closes = dates.poll(meeting)
                .filter(poll -> poll.stand().closedAt() == null)
                .map(Poll::closesAt)
                .orElseGet(() -> dates.times(meeting.clusterId(), starts).closesAt());
        return people(meeting) + " er spurgt om " + (starts.size() == 1 ? "én dato" : starts.size() + " datoer")
                + "; du hører fra os senest " + CopenhagenTime.dayInWords(closes) + ".";
    }

    private String dateChosen(Done done, Meeting meeting) {
        if (!done.is(DatePollVariables.IS_DATE_CHOSEN.name())) {
            return "Ingen af datoerne blev brugt. Næste skridt er at foreslå nye; opgaven kommer nu til "
                    + hands.holding(done.clusterId(), "confirmDate") + ".";
        }
        Optional<Instant> start = dates.poll(meeting)
                .flatMap(poll -> poll.options().stream()
                        .filter(option -> String.valueOf(option.number())
                                .equals(done.text(DatePollVariables.CHOSEN_OPTION.name())))
                        .findFirst())
                .map(Poll.Option::startsAt);
        return start.map(at -> "Mødet er " + CopenhagenTime.inWords(at) + ". " + people(meeting)
                        + " får datoen, og det, mødet skal bruge, bliver bestilt; du hører fra os med dagsordenen "
                        + CopenhagenTime.dayInWords(times.agendaDue(meeting.clusterId(), at)) + ".")
                .orElse("Datoen er valgt, og alle får den at vide.");
    }

    private String invited(Meeting meeting) {
        Instant closes = meeting.rsvpClosesAt();
        return people(meeting) + " får nu indkaldelsen med dagsordenen"
                + (closes == null
                        ? "."
                        : "; tilmeldingen slutter " + CopenhagenTime.dayInWords(closes)
                                + ", og du hører fra os, hvis færre end "
                                + fewest.of(meeting) + " kommer.");
    }

    private String decided(Done done, Meeting meeting) {
        return switch (done.text(MeetingCycleVariables.MEETING_DECISION.name())) {
            case MeetingCycle.MOVE ->
                people(meeting)
                        + " og alle bestillinger får den nye tid. Du hører fra os, når dagsordenen skal ses igennem igen.";
            case MeetingCycle.CANCEL ->
                "Mødet er aflyst. " + people(meeting) + " og alle bestillinger får besked; der sker ikke mere i sagen.";
            default ->
                "Mødet holdes " + meeting.when()
                        + ". Alle bliver mindet om det dagen før, og du hører fra os igen, når det er holdt.";
        };
    }

    private String phoned(Done done, Meeting meeting) {
        return switch (done.text(BookingVariables.PHONE_OUTCOME.name())) {
            case "BOOKED" ->
                "Aftalen er noteret på mødets side. Du hører ikke mere om den, medmindre mødet flyttes eller aflyses.";
            case "NEXT" -> "Den næste på listen bliver spurgt; du hører fra os, hvis svaret ikke kommer.";
            default ->
                "Mødet " + (meeting.title().isBlank() ? "" : "om " + meeting.title() + " ")
                        + "holdes uden; der bliver ikke spurgt flere.";
        };
    }

    private String withoutData(Done done) {
        return "Om mødet holdes uden data, afgøres nu af " + hands.holding(done.clusterId(), "decideOnData") + ".";
    }

    private String speakerChosen(Done done) {
        return switch (done.text(BookingVariables.SPEAKER_CHOICE.name())) {
            case "PHONE" ->
                "Opgaven med at ringe rundt efter en oplægsholder kommer nu til "
                        + hands.holding(done.clusterId(), "phoneSupplier") + ".";
            case "WITHOUT" -> "Mødet holdes uden oplægsholder; der bliver ikke spurgt flere.";
            default -> "Den, du har valgt, bliver spurgt nu; du hører fra os, hvis svaret er nej.";
        };
    }

    private String agenda(Meeting meeting) {
        return meeting.startsAt() == null
                ? "."
                : " " + CopenhagenTime.dayInWords(times.agendaDue(meeting.clusterId(), meeting.start())) + ".";
    }

    private String people(Meeting meeting) {
        int number = people.of(meeting).size();
        return number == 1 ? "Ét medlem" : number + " medlemmer";
    }
}
