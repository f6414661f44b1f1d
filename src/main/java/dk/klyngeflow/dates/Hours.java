package dk.klyngeflow.dates;

import dk.klyngeflow.engine.Daytime;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an hour as Danes write it: {@code 16.30}, {@code 16:30} or {@code 16}. */
public final class Hours {

    private static final Pattern WRITTEN = Pattern.compile("([01]?\\d|2[0-3])(?:[.:]([0-5]\\d))?");

    private Hours() {}

    /** Null when nothing was typed or it is no hour, which the fields then say. */
    public static @Nullable LocalTime read(FormFields fields, String name) {
        String text = fields.text(name, "Klokkeslæt");
        if (text.isEmpty()) {
            return null;
        }
        Matcher hour = WRITTEN.matcher(text);
        if (!hour.matches()) {
            fields.wrong("Skriv klokkeslættet som 16.30.");
            return null;
        }
        LocalTime start = LocalTime.of(
                Integer.parseInt(hour.group(1)), hour.group(2) == null ? 0 : Integer.parseInt(hour.group(2)));
        Daytime.objectionTo(start).ifPresent(fields::wrong);
        return start;
    }
}
