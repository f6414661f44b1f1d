package dk.klyngeflow.year;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Practices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Drafts what KiAP asks about a year from what is known of its meetings: topics, attendance, follow-up. No name stands in it. */
@Component
class ActivityDraft {

    private static final Set<MeetingStatus> HELD =
            Set.of(MeetingStatus.HELD, MeetingStatus.MINUTED, MeetingStatus.CLOSED);

    private final Meetings meetings;
    private final MeetingPeople people;
    private final ActionItems actions;
    private final Practices practices;

    ActivityDraft(Meetings meetings, MeetingPeople people, ActionItems actions, Practices practices) {
        this.meetings = meetings;
        this.people = people;
        this.actions = actions;
        this.practices = practices;
    }

    /** One meeting of the year. */
    record Held(String day, String topic, String came, String agreed) {}

    /** @param text ready to be sent, for people to correct */
    record Draft(String text, List<Held> meetings) {}

    Draft of(String clusterId, int year) {
        Instant from = CopenhagenTime.at(LocalDate.of(year, 1, 1), LocalTime.MIDNIGHT);
        Instant until = CopenhagenTime.at(LocalDate.of(year + 1, 1, 1), LocalTime.MIDNIGHT);
        List<Held> held = meetings.between(clusterId, from, until).stream()
                .filter(meeting -> HELD.contains(meeting.status()))
                .map(this::held)
                .toList();
        return new Draft(text(clusterId, year, held), held);
    }

    private Held held(Meeting meeting) {
        List<MeetingPeople.Invited> asked = people.of(meeting);
        long came = asked.stream()
                .filter(each -> Boolean.TRUE.equals(each.attended()))
                .count();
        List<ActionItem> agreed = actions.of(meeting);
        long settled = agreed.stream().filter(ActionItem::isSettled).count();
        return new Held(
                DanishTime.DAY.format(meeting.day()),
                meeting.title().isBlank() ? "uden emne" : meeting.title(),
                came + " af " + asked.size(),
                agreed.isEmpty() ? "ingen" : agreed.size() + ", heraf " + settled + " afsluttet");
    }

    private String text(String clusterId, int year, List<Held> held) {
        Practices.Patients patients = practices.patients(clusterId);
        List<String> lines = new ArrayList<>();
        lines.add("Klyngen har " + patients.practices() + " praksis med " + patients.inWords() + ".");
        lines.add(
                held.isEmpty()
                        ? "Der blev ikke holdt møder i " + year + "."
                        : "Der blev holdt " + held.size() + (held.size() == 1 ? " møde" : " møder") + " i " + year
                                + ":");
        lines.addAll(held.stream()
                .map(meeting -> "– " + meeting.day() + ": " + meeting.topic() + ". Deltagere: " + meeting.came()
                        + ". Aftaler: " + meeting.agreed() + ".")
                .toList());
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
