package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.WrittenDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days with their hours, one on each line, as {@code tor 18/3 19.00}. */
public final class AssemblyHours {

    private static final Pattern LINE =
            Pattern.compile("(?<day>.+?)\\s+(?:kl\\.?\\s*)?(?<hour>[01]?\\d|2[0-3])(?:[.:](?<minute>[0-5]\\d))?");
    private static final int MOST = 10;

    private AssemblyHours() {}

    /** Without those that cannot be read, of which the fields then know. */
    public static List<Instant> read(FormFields fields, String name, Instant now) {
        List<Instant> starts = new ArrayList<>();
        String text = fields.requiredParagraphs(name, "Dag og klokkeslæt");
        LocalDate today = CopenhagenTime.dayOf(now);
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            Matcher parts = LINE.matcher(line);
            WrittenDay day = parts.matches() ? WrittenDay.read(parts.group("day"), today, true) : null;
            LocalDate read = day == null ? null : day.day();
            if (day == null || read == null) {
                fields.wrong("„" + line + "“ kan ikke læses. Skriv dag og klokkeslæt som tor 18/3 19.00.");
            } else if (!day.problem().isEmpty()) {
                fields.wrong(day.problem());
            } else {
                String minute = parts.group("minute");
                starts.add(CopenhagenTime.at(
                        read,
                        LocalTime.of(
                                Integer.parseInt(parts.group("hour")), minute == null ? 0 : Integer.parseInt(minute))));
            }
        }
        if (starts.size() > MOST) {
            fields.wrong("Foreslå højst " + MOST + " dage.");
        }
        return starts.stream().distinct().sorted().toList();
    }
}
