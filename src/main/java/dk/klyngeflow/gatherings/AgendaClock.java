package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lays the items of an agenda one after the other within a meeting, each at a whole five minutes and none beyond the end. */
public final class AgendaClock {

    private static final DateTimeFormatter HOUR = DanishTime.HOUR;
    private static final int STEP = 5;
    private static final int LONGEST_ROUND_OFF = 15;

    private final List<String> lines = new ArrayList<>();
    private final LocalTime start;
    private final int minutes;
    private final int roundOffAt;
    private int used;

    public AgendaClock(Instant start, int minutes) {
        this.start = LocalTime.ofInstant(start, CopenhagenTime.ZONE);
        this.minutes = minutes;
        int roundOff = Math.min(LONGEST_ROUND_OFF, minutes / 3);
        this.roundOffAt = Math.max(0, toWhole(minutes - roundOff));
    }

    /** Minutes that are not given to anything yet. */
    public int left() {
        return roundOffAt - used;
    }

    /**
     * Takes as many of the minutes as there are.
     *
     * @return false when there is no room for it
     */
    public boolean item(String text, int wanted) {
        int until = toWhole(Math.min(used + wanted, roundOffAt));
        if (until <= used) {
            return false;
        }
        lines.add(HOUR.format(start.plusMinutes(used)) + "  " + text + " (" + (until - used) + " min.)");
        used = until;
        return true;
    }

    /** A line that belongs to the item above. */
    public void below(String text) {
        lines.add("   " + text);
    }

    public List<String> end(String roundOff, String farewell) {
        lines.add(HOUR.format(start.plusMinutes(roundOffAt)) + "  " + roundOff);
        lines.add(HOUR.format(start.plusMinutes(minutes)) + "  " + farewell);
        return lines;
    }

    /** The greatest number of minutes up to that one at which the clock stands at a whole five. */
    private int toWhole(int after) {
        return after - (start.getMinute() + after) % STEP;
    }
}
