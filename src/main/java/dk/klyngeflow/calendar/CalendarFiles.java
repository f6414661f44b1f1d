package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.CalendarPart;
import dk.klyngeflow.mail.FailedMails;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Writes events as files that calendar programs take: invitations, cancellations and whole feeds. */
@Component
public class CalendarFiles {

    private static final String PRODUCT = "-//Klyngeflow//Klyngeflow//DA";
    private static final Duration AROUND_THE_TURN = Duration.ofHours(2);
    private static final String FEED_IS_READ_AGAIN = "PT4H";

    private final CopenhagenTime time;

    CalendarFiles(CopenhagenTime time) {
        this.time = time;
    }

    /** Asks one attendee to come. The same uid with a higher sequence moves what she has in her calendar already. */
    public CalendarPart request(CalendarEvent event, String attendeeName, String attendeeMail) {
        return part(ImmutableMethod.REQUEST, event, ImmutableStatus.VEVENT_CONFIRMED, attendeeName, attendeeMail);
    }

    /** Takes the event out of her calendar; the sequence must be higher than that of the last invitation. */
    public CalendarPart cancel(CalendarEvent event, String attendeeName, String attendeeMail) {
        return part(ImmutableMethod.CANCEL, event, ImmutableStatus.VEVENT_CANCELLED, attendeeName, attendeeMail);
    }

    /** All events of one person, to be read again and again by her calendar program. Asks for no answers. */
    public byte[] feed(String name, List<CalendarEvent> events) {
        Calendar calendar = empty(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", CalendarText.line(name)));
        calendar.add(new XProperty("X-WR-TIMEZONE", CopenhagenTime.ZONE.getId()));
        calendar.add(new XProperty("X-PUBLISHED-TTL", FEED_IS_READ_AGAIN));
        events.forEach(event -> calendar.add(vevent(event, ImmutableStatus.VEVENT_CONFIRMED)));
        return CalendarText.of(calendar).getBytes(StandardCharsets.UTF_8);
    }

    /** For an event that is new; it keeps it for life. */
    public String newUid() {
        return UUID.randomUUID() + "@klyngeflow";
    }

    private CalendarPart part(Method method, CalendarEvent event, Status status, String name, String mail) {
        VEvent written = vevent(event, status);
        Attendee attendee = new Attendee(address(mail));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(method.equals(ImmutableMethod.REQUEST) ? Rsvp.TRUE : Rsvp.FALSE);
        attendee.add(new Cn(CalendarText.parameter(name)));
        written.add(attendee);
        Calendar calendar = empty(method);
        calendar.add(written);
        return new CalendarPart(method.getValue(), CalendarText.of(calendar));
    }

    private static Calendar empty(Method method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(CopenhagenZone.COMPONENT);
        return calendar;
    }

    private VEvent vevent(CalendarEvent event, Status status) {
        VEvent written = new VEvent(false);
        written.add(new Uid(CalendarText.line(event.uid())));
        written.add(new Sequence(event.sequence()));
        written.add(new DtStamp(time.now()));
        written.add(new DtStart<>(moment(event.start())));
        written.add(new DtEnd<>(moment(event.end())));
        written.add(new Summary(CalendarText.line(event.title())));
        if (!event.description().isBlank()) {
            written.add(new Description(CalendarText.lines(event.description())));
        }
        if (!event.place().isBlank()) {
            written.add(new Location(CalendarText.line(event.place())));
        }
        Organizer organizer = new Organizer(address(event.organizer().mail()));
        organizer.add(new Cn(CalendarText.parameter(event.organizer().name())));
        written.add(organizer);
        written.add(status);
        written.add(ImmutableTransp.OPAQUE);
        return written;
    }

    /** The Danish hour; in the night when the clock is turned programs read it differently, but UTC they all read alike. */
    private static Temporal moment(Instant instant) {
        ZoneRules rules = CopenhagenTime.ZONE.getRules();
        boolean clockIsTurned =
                !rules.getOffset(instant.minus(AROUND_THE_TURN)).equals(rules.getOffset(instant.plus(AROUND_THE_TURN)));
        return clockIsTurned ? instant : instant.atZone(CopenhagenTime.ZONE);
    }

    /** Somebody without a usable address gets no mail either; the invitations of all others must not suffer for it. */
    private static URI address(String mail) {
        return URI.create(FailedMails.isAddress(mail) ? "mailto:" + mail.replace("%", "%25") : "invalid:nomail");
    }
}
