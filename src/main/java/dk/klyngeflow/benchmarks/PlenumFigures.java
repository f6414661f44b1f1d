package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.figuretables.TableHeadings;
import dk.klyngeflow.gatherings.Meeting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The measures of a meeting: at most three, what the meeting is about first. */
@Component
class PlenumFigures {

    static final int MOST = 3;

    private final FactsOfMeasures facts;

    PlenumFigures(FactsOfMeasures facts) {
        this.facts = facts;
    }

    List<Measure> measures(Meeting meeting) {
        return shown(all(meeting, Optional.empty())).stream()
                .map(MeasureFacts::measure)
                .toList();
    }

    /** All of the meeting, in the order in which they are shown. @param personId who asks */
    List<MeasureFacts> all(Meeting meeting, Optional<String> personId) {
        String topic = TableHeadings.plain(meeting.title());
        return facts.at(meeting.clusterId(), meeting.meetingId(), personId).stream()
                .sorted(Comparator.comparing((MeasureFacts each) -> !isAbout(each.measure(), topic))
                        .thenComparing(each -> laid(each, meeting))
                        .thenComparing(each -> each.measure().measureId()))
                .toList();
    }

    static List<MeasureFacts> shown(List<MeasureFacts> all) {
        return all.stream().limit(MOST).toList();
    }

    /** As in {@code 3 af 5 målinger}; empty when all are shown. */
    static String left(List<MeasureFacts> all) {
        return all.size() <= MOST ? "" : MOST + " af " + all.size() + " målinger vises.";
    }

    /** The newest that was laid with the meeting. */
    static Optional<MeasurePeriod> period(Meeting meeting, MeasureFacts of) {
        return of.looks().stream()
                .filter(look -> look.meetingId().equals(meeting.meetingId()))
                .flatMap(look -> MeasurePeriod.of(look.period()).stream())
                .max(Comparator.comparing(MeasurePeriod::until));
    }

    private static long laid(MeasureFacts of, Meeting meeting) {
        return of.looks().stream()
                .filter(look -> look.meetingId().equals(meeting.meetingId()))
                .mapToLong(MeasureFacts.Look::order)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean isAbout(Measure measure, String topic) {
        String title = TableHeadings.plain(measure.title());
        return !topic.isBlank() && (title.contains(topic) || topic.contains(title));
    }
}
