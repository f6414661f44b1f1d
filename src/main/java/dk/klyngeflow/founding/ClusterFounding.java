package dk.klyngeflow.founding;

import static dk.klyngeflow.founding.ClusterFoundingVariables.FOUNDER_REMINDERS;
import static dk.klyngeflow.founding.ClusterFoundingVariables.GATHER_UNTIL;
import static dk.klyngeflow.founding.ClusterFoundingVariables.IS_DATE_CHOSEN;
import static dk.klyngeflow.founding.ClusterFoundingVariables.IS_FOUNDED;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.foundings.Formality;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.polls.DatePollAnswered;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code cluster-founding}: from a doctor's wish to a cluster that is open. */
@Component
class ClusterFounding {

    static final String KEY = "cluster-founding";

    private static final String POST_VACATED = "election.postVacated";

    private final Cases cases;
    private final FoundingTimes times;

    ClusterFounding(Cases cases, FoundingTimes times) {
        this.cases = cases;
        this.times = times;
    }

    void start(String clusterId) {
        cases.start(KEY, clusterId, Founding.caseKey(clusterId), beginning(clusterId));
    }

    /** What its first timers wait for. */
    Map<String, Object> beginning(String clusterId) {
        return Map.of(
                FOUNDER_REMINDERS.name(),
                FOUNDER_REMINDERS.write(times.weekly()),
                GATHER_UNTIL.name(),
                GATHER_UNTIL.write(times.end(clusterId, ClusterFoundingSettings.LONGEST_DAYS)));
    }

    /** What has happened. Each returns false when the case does not wait for it. */
    boolean practicesNamed(String clusterId) {
        return tell("practicesNamed", clusterId, Map.of());
    }

    boolean repliesClosed(String clusterId) {
        return tell("repliesClosed", clusterId, Map.of());
    }

    boolean prolonged(String clusterId) {
        return tell("prolonged", clusterId, Map.of());
    }

    boolean datesProposed(String clusterId) {
        return tell("datesProposed", clusterId, Map.of());
    }

    boolean conveningDecided(String clusterId, boolean isDateChosen) {
        return tell("conveningDecided", clusterId, Map.of(IS_DATE_CHOSEN.name(), isDateChosen));
    }

    boolean assemblyCalledOff(String clusterId) {
        return tell("assemblyCalledOff", clusterId, Map.of());
    }

    boolean assemblyRecorded(String clusterId, boolean isFounded) {
        return tell("assemblyRecorded", clusterId, Map.of(IS_FOUNDED.name(), isFounded));
    }

    boolean settled(String clusterId, Formality.Kind kind) {
        return tell(kind.message(), clusterId, Map.of());
    }

    boolean abandoned(String clusterId) {
        return tell("abandoned", clusterId, Map.of());
    }

    /** The assembly left it to a vote who is coordinator; whoever holds elections begins one. */
    void coordinatorWanted(String clusterId) {
        if (!cases.startBy(POST_VACATED, clusterId, Map.of())) {
            throw new IllegalStateException("nobody holds elections in " + clusterId);
        }
    }

    @EventListener
    void answered(DatePollAnswered answered) {
        if (answered.caseKey().equals(Founding.caseKey(answered.clusterId()))) {
            tell("datesAnswered", answered.clusterId(), Map.of());
        }
    }

    private boolean tell(String fact, String clusterId, Map<String, Object> variables) {
        return cases.tell("founding." + fact, clusterId, Founding.caseKey(clusterId), variables);
    }
}
