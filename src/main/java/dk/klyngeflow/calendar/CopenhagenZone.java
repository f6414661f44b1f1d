package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Danish time as calendar files state it: the two rules in force since 1996. The library's own definition is called Berlin and begins in
 * 1893, which some programs take for a zone they do not know.
 */
final class CopenhagenZone {

    private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);

    /** Stands in every file, and is only read. */
    static final VTimeZone COMPONENT = component();

    private CopenhagenZone() {}

    private static VTimeZone component() {
        VTimeZone zone = new VTimeZone();
        zone.add(new TzId(CopenhagenTime.ZONE.getId()));
        add(zone, new Daylight(), "CEST", WINTER, SUMMER, LocalDateTime.of(1996, 3, 31, 2, 0), 3);
        add(zone, new Standard(), "CET", SUMMER, WINTER, LocalDateTime.of(1996, 10, 27, 3, 0), 10);
        return zone;
    }

    private static void add(
            VTimeZone zone,
            Observance part,
            String name,
            ZoneOffset from,
            ZoneOffset to,
            LocalDateTime first,
            int month) {
        part.add(new DtStart<>(first));
        part.add(new RRule<LocalDateTime>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"));
        part.add(new TzOffsetFrom(from));
        part.add(new TzOffsetTo(to));
        part.add(new TzName(name));
        zone.add(part);
    }
}
