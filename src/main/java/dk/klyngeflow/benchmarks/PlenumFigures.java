package dk.klyngeflow.benchmarks;

import dk.klyngeflow.gatherings.Meeting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The measures of a meeting: at most three, what the meeting is about first. */
@Component
class PlenumFigures {

    static final int MOST = 3;

    private final MeetingMeasures placed;
    private final Measures measures;

    PlenumFigures(MeetingMeasures placed, Measures measures) {
        this.placed = placed;
        this.measures = measures;
    }

    List<Measure> measures(Meeting meeting) {
        return all(meeting).stream().limit(MOST).toList();
    }

    /** As in {@code 3 af 5 målinger}; empty when all are shown. */
    String left(Meeting meeting) {
        int all = all(meeting).size();
        return all <= MOST ? "" : MOST + " af " + all + " målinger vises.";
    }

    /** The newest that was laid with the meeting. */
    Optional<MeasurePeriod> period(Meeting meeting, Measure measure) {
        return placed.of(meeting.clusterId(), meeting.meetingId()).stream()
                .filter(each -> each.measureId().equals(measure.measureId()))
                .flatMap(each -> MeasurePeriod.of(each.period()).stream())
                .max(Comparator.comparing(MeasurePeriod::until));
    }

    private List<Measure> all(Meeting meeting) {
        List<String> ids = placed.of(meeting.clusterId(), meeting.meetingId()).stream()
                .map(MeetingMeasures.Placed::measureId)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        String topic = TableHeadings.plain(meeting.title());
        return measures.of(meeting.clusterId()).stream()
                .filter(measure -> ids.contains(measure.measureId()))
                .sorted(Comparator.comparing((Measure measure) -> !isAbout(measure, topic))
                        .thenComparing(measure -> ids.indexOf(measure.measureId())))
                .toList();
    }

    private static boolean isAbout(Measure measure, String topic) {
        String title = TableHeadings.plain(measure.title());
        return !topic.isBlank() && (title.contains(topic) || topic.contains(title));
    }
}
