package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.engine.WrittenDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads days with their hours, one on each line, as {@code tor 18/3 19.00}. */
public final class AssemblyHours {

    private static final int MOST = 10;

    private AssemblyHours() {}

    /** A day off is lawful; whoever has typed one by mistake is asked. */
    public static void askAboutFreeDays(FormFields fields, List<Instant> starts) {
        starts.stream()
                .map(CopenhagenTime::dayOf)
                .distinct()
                .filter(day -> !WorkingDays.isWorkingDay(day))
                .forEach(day -> fields.doubt(
                        "FREE_DAY",
                        "Bemærk: " + DanishTime.WEEKDAY_WITHOUT_YEAR.format(day)
                                + " er en helligdag eller ligger i en weekend."));
    }

    /** Without those that cannot be read, of which the fields then know. */
    public static List<Instant> read(FormFields fields, String name, Instant now) {
        List<Instant> starts = new ArrayList<>();
        String text = fields.requiredParagraphs(name, "Dag og klokkeslæt");
        LocalDate today = CopenhagenTime.dayOf(now);
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            WrittenDate written = WrittenDate.read(line, today);
            Instant start = written.start();
            if (start == null) {
                fields.wrong("„" + line + "“ kan ikke læses. Skriv dag og klokkeslæt som tor 18/3 19.00.");
            } else if (!written.problem().isEmpty()) {
                fields.wrong(written.problem());
            } else {
                starts.add(start);
            }
        }
        if (starts.size() > MOST) {
            fields.wrong("Foreslå højst " + MOST + " dage.");
        }
        return starts.stream().distinct().sorted().toList();
    }
}
