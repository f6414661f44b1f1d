package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agenda written for another meeting, with its hours moved to this one; what this cluster has to take up comes after the first item. */
public final class GivenAgenda {

    private static final Pattern HOUR = Pattern.compile("^(\\s*)([01]?\\d|2[0-3])[.:]([0-5]\\d)(?!\\d)");
    private static final String BELOW = "   – ";
    private static final String WITHOUT_HOUR = "       ";

    private final List<String> lines;

    private GivenAgenda(List<String> lines) {
        this.lines = lines;
    }

    public static GivenAgenda at(Meeting meeting, List<String> written) {
        Optional<LocalTime> first =
                written.stream().flatMap(line -> hour(line).stream()).findFirst();
        LocalTime start = LocalTime.ofInstant(meeting.start(), CopenhagenTime.ZONE);
        Duration later = first.map(hour -> Duration.between(hour, start)).orElse(Duration.ZERO);
        return new GivenAgenda(written.stream().map(line -> moved(line, later)).toList());
    }

    /** @param status what was agreed last time @param points what waits for an agenda; she gives each its hour */
    public List<String> with(List<String> status, List<String> points) {
        List<String> all = new ArrayList<>(lines);
        List<String> own = new ArrayList<>();
        if (!status.isEmpty()) {
            own.add(WITHOUT_HOUR + "Siden sidst: det aftalte vi");
            status.forEach(line -> own.add(BELOW + line));
        }
        points.forEach(point -> own.add(WITHOUT_HOUR + point));
        all.addAll(Math.min(1, all.size()), own);
        return all;
    }

    private static String moved(String line, Duration later) {
        Matcher found = HOUR.matcher(line);
        return found.find()
                ? found.group(1) + DanishTime.HOUR.format(hour(found).plus(later)) + line.substring(found.end())
                : line;
    }

    private static Optional<LocalTime> hour(String line) {
        Matcher found = HOUR.matcher(line);
        return found.find() ? Optional.of(hour(found)) : Optional.empty();
    }

    private static LocalTime hour(Matcher found) {
        return LocalTime.of(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }
}
