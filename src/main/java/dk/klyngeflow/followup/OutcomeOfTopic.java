package dk.klyngeflow.followup;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.recipes.TopicOutcome;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the new measurement said, for others to learn from: which way it went, and not the figures. */
@Component
class OutcomeOfTopic implements TopicOutcome {

    private final ReMeasures measures;

    OutcomeOfTopic(ReMeasures measures) {
        this.measures = measures;
    }

    @Override
    public Optional<Seen> of(Meeting meeting) {
        return measures.find(meeting.clusterId(), meeting.meetingId())
                .map(measured -> new Seen(measured.measure(), words(measured)));
    }

    private static String words(ReMeasure measured) {
        if (measured.declinedReason() != null) {
            return "Vi har ikke målt igen: " + measured.declinedReason();
        }
        BigDecimal before = measured.figures().before();
        BigDecimal after = measured.figures().after();
        String way = before == null || after == null
                ? ""
                : way(after.compareTo(before), measured.figures().lowerIsBetter());
        return (way + "\n" + measured.note()).strip();
    }

    private static String way(int change, boolean lowerIsBetter) {
        if (change == 0) {
            return "Da vi målte igen, var det uændret.";
        }
        return change < 0 == lowerIsBetter
                ? "Da vi målte igen, var det gået fremad."
                : "Da vi målte igen, var det ikke blevet bedre endnu.";
    }
}
