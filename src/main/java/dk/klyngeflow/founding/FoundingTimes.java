package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Setting;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Reckons the deadlines of a founding in Danish time. */
@Component
class FoundingTimes {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    FoundingTimes(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    /** @param reminderAt halfway */
    record Deadline(Instant reminderAt, Instant closesAt) {}

    Deadline deadline(String clusterId, Setting<Integer> days) {
        Instant closes = in(settings.get(clusterId, days));
        Instant half = time.now().plus(ChronoUnit.MINUTES.between(time.now(), closes) / 2, ChronoUnit.MINUTES);
        return new Deadline(FriendlyHours.next(half), closes);
    }

    Instant end(String clusterId, Setting<Integer> days) {
        return in(settings.get(clusterId, days));
    }

    /** Every week, as a timer takes it. */
    String weekly() {
        return every(7);
    }

    /** Every so many days, as a timer takes it. */
    String every(int days) {
        Instant first = CopenhagenTime.at(time.today().plusDays(days), MORNING);
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(first.atOffset(ZoneOffset.UTC)) + "/P" + days + "D";
    }

    private Instant in(int days) {
        return CopenhagenTime.at(time.today().plusDays(days), EVENING);
    }
}
