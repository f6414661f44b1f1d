package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Drafts the agenda from the topic, what was agreed last time and the cluster's habits: one line for each item, with the hour it begins.
 * The coordinator's own data come first and everybody gets to speak, as the clusters that work well do.
 */
@Component
class Agendas {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm");
    /** More would fill the agenda, and at last no longer fit into it. */
    private static final int MOST_STATUS_LINES = 12;

    private static final int WELCOME_MINUTES = 10;
    private static final int STATUS_MINUTES = 15;
    private static final int OWN_DATA_MINUTES = 10;
    private static final int ROUND_OFF_MINUTES = 15;

    private final Meetings meetings;
    private final MeetingPeople people;
    private final MeetingEvents events;
    private final ClusterSettings settings;
    private final MeetingTimes times;
    private final ObjectProvider<AgendaStatus> statuses;

    Agendas(
            Meetings meetings,
            MeetingPeople people,
            MeetingEvents events,
            ClusterSettings settings,
            MeetingTimes times,
            ObjectProvider<AgendaStatus> statuses) {
        this.meetings = meetings;
        this.people = people;
        this.events = events;
        this.settings = settings;
        this.times = times;
        this.statuses = statuses;
    }

    /** @return true when the agenda has been approved before, because the meeting was moved since */
    boolean draft(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        boolean isApproved = meeting.agendaDocument() != null;
        if (!isApproved) {
            meetings.agenda(clusterId, meetingId, String.join("\n", lines(meeting)), null);
        }
        return isApproved;
    }

    /** When the coordinator should have approved it: in good time before answers close. */
    Instant approveBy(String clusterId, String meetingId) {
        Instant due = times.taskDue(clusterId);
        Instant late = times.of(meetings.get(clusterId, meetingId)).agendaLateAt();
        return due.isBefore(late) ? due : late;
    }

    void approve(Meeting meeting, String agenda, String by) {
        meetings.agenda(meeting.clusterId(), meeting.meetingId(), agenda, null);
        events.add(meeting.clusterId(), meeting.meetingId(), "Dagsorden godkendt", by, "");
    }

    private List<String> lines(Meeting meeting) {
        String cluster = meeting.clusterId();
        List<String> status = statuses.stream()
                .flatMap(each -> each.lines(cluster).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (status.size() > MOST_STATUS_LINES) {
            int more = status.size() - MOST_STATUS_LINES;
            status = new ArrayList<>(status.subList(0, MOST_STATUS_LINES));
            status.add("… og " + more + " mere");
        }
        int round = settings.get(cluster, MeetingSettings.SPEAKING_MINUTES)
                * people.of(meeting).size();
        List<String> lines = new ArrayList<>();
        LocalTime at = LocalTime.ofInstant(meeting.start(), CopenhagenTime.ZONE);
        LocalTime end = at.plusMinutes(meeting.minutes());
        at = item(lines, at, WELCOME_MINUTES, "Velkomst");
        if (!status.isEmpty()) {
            at = item(lines, at, STATUS_MINUTES, "Siden sidst: det aftalte vi");
            status.forEach(line -> lines.add("   – " + line));
        }
        if (settings.get(cluster, MeetingSettings.OWN_DATA_FIRST)) {
            at = item(lines, at, OWN_DATA_MINUTES, meeting.title() + ": koordinatoren viser egne data først");
        }
        int used = WELCOME_MINUTES
                + (status.isEmpty() ? 0 : STATUS_MINUTES)
                + (settings.get(cluster, MeetingSettings.OWN_DATA_FIRST) ? OWN_DATA_MINUTES : 0)
                + ROUND_OFF_MINUTES;
        int left = Math.max(0, meeting.minutes() - used);
        if (settings.get(cluster, MeetingSettings.GROUP_WORK)) {
            int groups = Math.max(0, left - Math.min(round, left / 2));
            at = item(lines, at, groups, meeting.title() + ": samtale i små grupper");
            left -= groups;
        }
        if (left > 0) {
            item(
                    lines,
                    at,
                    left,
                    round > 0 ? "Runde: alle siger, hvad de tager med hjem" : meeting.title() + ": samtale");
        }
        lines.add(HOUR.format(end.minusMinutes(ROUND_OFF_MINUTES)) + "  Aftaler: hvem gør hvad, og hvornår");
        lines.add(HOUR.format(end) + "  Tak for i dag");
        return lines;
    }

    private static LocalTime item(List<String> lines, LocalTime at, int minutes, String text) {
        lines.add(HOUR.format(at) + "  " + text + " (" + minutes + " min.)");
        return at.plusMinutes(minutes);
    }
}
