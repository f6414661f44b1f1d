package dk.klyngeflow.year;

import org.springframework.stereotype.Component;

/** Sees to the year of one cluster, as on every morning: it has begun, follows what was agreed on since, and knows what was planned by hand. */
@Component
class YearWatch {

    private final Years years;
    private final YearPlanning planning;
    private final YearDeadlines deadlines;
    private final YearStarts starts;
    private final YearElections elections;

    YearWatch(Years years, YearPlanning planning, YearDeadlines deadlines, YearStarts starts, YearElections elections) {
        this.years = years;
        this.planning = planning;
        this.deadlines = deadlines;
        this.starts = starts;
        this.elections = elections;
    }

    void see(String clusterId) {
        years.see(clusterId);
        planning.followModel(clusterId);
        planning.followStatutes(clusterId);
        deadlines.see(clusterId);
        starts.replaceCancelled(clusterId);
        starts.takeMeetings(clusterId);
        elections.see(clusterId);
    }
}
