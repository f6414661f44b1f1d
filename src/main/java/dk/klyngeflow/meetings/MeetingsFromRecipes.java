package dk.klyngeflow.meetings;

import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.KnownMeetingStart;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Meetings that somebody begins from a page where the topic is known, with the weeks read as the start form reads them. */
@Component
class MeetingsFromRecipes implements KnownMeetingStart {

    private static final Set<String> FIELDS = Set.of("earliestDay", "latestDay", "another");

    private final MeetingCycleContract form;
    private final MeetingPlanning planning;
    private final ProposedDates dates;
    private final Meetings meetings;

    MeetingsFromRecipes(MeetingCycleContract form, MeetingPlanning planning, ProposedDates dates, Meetings meetings) {
        this.form = form;
        this.planning = planning;
        this.dates = dates;
        this.meetings = meetings;
    }

    @Override
    public Weeks suggested(String clusterId) {
        ProposedDates.DateSpan span = dates.usualSpan(clusterId, meetings.lastDay(clusterId));
        return new Weeks(span.earliest(), span.latest());
    }

    @Override
    public Meeting begin(String clusterId, Map<String, String> typed, UnaryOperator<Meeting.Plan> planned, String by) {
        // pressed twice, the second finds the meeting of the first and is warned
        meetings.lockCluster(clusterId);
        FormFields fields = FormFields.of(Map.copyOf(typed), FIELDS);
        MeetingCycleContract.Form read = form.read(fields, clusterId, false);
        LocalDate earliest = Objects.requireNonNull(read.earliestDay());
        LocalDate latest = Objects.requireNonNull(read.latestDay());
        String key = planning.startKnown(clusterId, earliest, latest, planned, by);
        return meetings.byKey(clusterId, key).orElseThrow();
    }
}
