package dk.klyngeflow.bookings;

import dk.klyngeflow.calendar.CalendarEvent;
import dk.klyngeflow.calendar.CalendarFiles;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Mandates;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What suppliers are told by mail, each thing once. For those without a mail address whoever has the duty of phoning them is told
 * instead; questions to them are a task of the process.
 */
@Component
class BookingMails {

    private final BookingRows rows;
    private final Outbox outbox;
    private final Links links;
    private final CalendarFiles calendars;
    private final Clusters clusters;
    private final Mandates mandates;
    private final ClusterSettings settings;
    private final People people;

    BookingMails(
            BookingRows rows,
            Outbox outbox,
            Links links,
            CalendarFiles calendars,
            Clusters clusters,
            Mandates mandates,
            ClusterSettings settings,
            People people) {
        this.rows = rows;
        this.settings = settings;
        this.people = people;
        this.outbox = outbox;
        this.links = links;
        this.calendars = calendars;
        this.clusters = clusters;
        this.mandates = mandates;
    }

    String newUid() {
        return calendars.newUid();
    }

    void request(SupplierBooking booking, Supplier supplier) {
        Map<String, String> facts = facts(booking);
        facts.put("wanted", settings.get(booking.clusterId(), ContactSettings.wanted(booking.kind())));
        facts.put("budget", budget(booking));
        invite("booking-request", booking, supplier, facts);
    }

    /** As in {@code 200 kr. pr. person}; empty when the cluster names none. */
    private String budget(SupplierBooking booking) {
        long oere = ContactSettings.budget(booking.kind())
                .map(setting -> settings.get(booking.clusterId(), setting))
                .orElse(0L);
        String each = booking.kind() == BookingKind.CATERING ? " pr. person" : " i alt";
        return oere == 0 ? "" : Money.kroner(oere) + each;
    }

    /** The invitation is in her calendar already; a second one would only be noise there. */
    void reminder(SupplierBooking booking, Supplier supplier) {
        if (!supplier.mail().isEmpty()) {
            Map<String, String> facts = facts(booking);
            facts.put(BookingReminderMail.BOOKING_ID, booking.bookingId());
            facts.put(BookingReminderMail.SEQUENCE, sequence(booking));
            outbox.enqueue(mail(BookingReminderMail.PURPOSE, booking, supplier, sequence(booking), facts)
                    .withLink(link(booking, supplier)));
        }
    }

    void moved(SupplierBooking booking, Supplier supplier) {
        invite("booking-moved", booking, supplier, facts(booking));
    }

    void cancelled(SupplierBooking booking, Optional<Supplier> supplier, String reason) {
        Map<String, String> facts = facts(booking);
        facts.put("reason", reason);
        tell("cancelled", booking, supplier, sequence(booking), facts);
    }

    /** What has been agreed, for whoever said yes; with the link on which she can still change her mind. */
    void confirmed(SupplierBooking booking, Supplier supplier) {
        if (!supplier.mail().isEmpty()) {
            Map<String, String> facts = facts(booking);
            facts.put("price", booking.priceOere() == null ? "" : Money.format(booking.priceOere()) + " kr.");
            // a yes after a no is news again
            String round = sequence(booking) + ":" + booking.answeredAt();
            outbox.enqueue(
                    mail("booking-confirmed", booking, supplier, round, facts).withLink(link(booking, supplier)));
        }
    }

    /** On the day before, once for each time. */
    void tomorrow(SupplierBooking booking, Supplier supplier, String diets) {
        if (!supplier.mail().isEmpty()) {
            Map<String, String> facts = facts(booking);
            facts.put("diets", diets);
            outbox.enqueue(mail("booking-tomorrow", booking, supplier, sequence(booking), facts)
                    .withLink(link(booking, supplier)));
        }
    }

    /** What a supplier has written concerns those who arrange the meeting. */
    void remarked(SupplierBooking booking, String answer, String remark) {
        Map<String, String> facts = facts(booking);
        facts.put("supplier", booking.supplierName());
        facts.put("remark", remark);
        facts.put("answer", answer);
        facts.put("page", "/moeder/" + booking.caseKey());
        Stream.of(Role.COORDINATOR, Role.SECRETARY)
                .flatMap(role -> people.holding(booking.clusterId(), role).stream())
                .map(Person::id)
                .distinct()
                .forEach(person -> outbox.enqueue(Mail.of(
                        booking.clusterId(),
                        "booking-remark",
                        "booking-remark:" + booking.bookingId() + ":" + remark.hashCode() + ":" + answer + ":" + person,
                        Recipient.person(person),
                        facts,
                        booking.caseKey())));
    }

    /** A yes from a calendar to what no longer is; said once for each state. */
    void answeredTooLate(SupplierBooking booking, Supplier supplier, String why) {
        Map<String, String> facts = facts(booking);
        facts.put("why", why);
        outbox.enqueue(mail("booking-too-late", booking, supplier, sequence(booking) + ":" + why.hashCode(), facts));
    }

    /** @param diets counts without names */
    void headcount(SupplierBooking booking, Optional<Supplier> supplier, String diets) {
        Map<String, String> facts = facts(booking);
        facts.put("diets", diets);
        facts.put("count", String.valueOf(booking.people()));
        tell("headcount", booking, supplier, String.valueOf(booking.headcountRound()), facts);
    }

    void place(SupplierBooking booking, Optional<Supplier> supplier, int round) {
        tell("place", booking, supplier, sequence(booking) + ":" + round, facts(booking));
    }

    private void invite(String purpose, SupplierBooking booking, Supplier supplier, Map<String, String> facts) {
        if (!supplier.mail().isEmpty()) {
            outbox.enqueue(mail(purpose, booking, supplier, sequence(booking), facts)
                    .withLink(link(booking, supplier))
                    .withCalendar(calendars.request(event(booking), supplier.addressee(), supplier.mail())));
        }
    }

    private void tell(
            String what, SupplierBooking booking, Optional<Supplier> supplier, String round, Map<String, String> facts) {
        Optional<Supplier> reachable = supplier.filter(known -> !known.mail().isEmpty());
        if (reachable.isPresent()) {
            Supplier to = reachable.get();
            Mail mail = mail("booking-" + what, booking, to, round, facts);
            outbox.enqueue(
                    what.equals("cancelled")
                            ? mail.withCalendar(calendars.cancel(event(booking), to.addressee(), to.mail()))
                            : mail);
            return;
        }
        facts.put("what", what);
        facts.put("page", "/steder/" + booking.clusterId());
        String key = "booking-by-phone:" + what + ":" + booking.bookingId() + ":" + round + ":";
        mandates.holders(booking.clusterId(), BookingDuties.PHONE_SUPPLIER.id())
                .forEach(person -> outbox.enqueue(Mail.of(
                        booking.clusterId(),
                        "booking-by-phone",
                        key + person,
                        Recipient.person(person),
                        facts,
                        booking.caseKey())));
    }

    private static Mail mail(String purpose, SupplierBooking booking, Supplier to, String round, Map<String, String> facts) {
        return Mail.of(
                booking.clusterId(),
                purpose,
                purpose + ":" + booking.bookingId() + ":" + to.supplierId() + ":" + round,
                Recipient.address(to.mail(), to.addressee()),
                facts,
                booking.caseKey());
    }

    private String link(SupplierBooking booking, Supplier supplier) {
        return links.of(
                booking.clusterId(),
                BookingLink.PURPOSE,
                booking.bookingId(),
                BookingLink.holder(supplier.supplierId()));
    }

    private CalendarEvent event(SupplierBooking booking) {
        Cluster cluster = clusters.get(booking.clusterId());
        return new CalendarEvent(
                booking.uid(),
                booking.sequence(),
                booking.kind().danish() + " til møde i " + cluster.name(),
                booking.title(),
                booking.place(),
                booking.start(),
                booking.end(),
                new CalendarEvent.Organizer(cluster.name(), cluster.mail()));
    }

    private static String sequence(SupplierBooking booking) {
        return String.valueOf(booking.sequence());
    }

    private Map<String, String> facts(SupplierBooking booking) {
        Map<String, String> facts = new HashMap<>();
        String contact = settings.get(booking.clusterId(), ContactSettings.NAME);
        facts.put(
                "contact",
                contact.isBlank()
                        ? people.holding(booking.clusterId(), Role.COORDINATOR).stream()
                                .map(Person::name)
                                .findFirst()
                                .orElse("")
                        : contact.strip());
        facts.put(
                "phone",
                settings.get(booking.clusterId(), ContactSettings.PHONE).strip());
        facts.put("kind", booking.kind().name());
        facts.put("title", booking.title());
        facts.put("day", BookingTexts.day(booking.start()));
        facts.put("when", BookingTexts.when(booking.start(), booking.end()));
        facts.put("before", booking.sequence() == 0 ? "" : before(booking));
        facts.put("place", booking.place());
        facts.put("people", BookingTexts.people(booking.people()));
        return facts;
    }

    private String before(SupplierBooking booking) {
        return rows.moved(booking)
                .map(old -> BookingTexts.when(old.from(), old.until()))
                .orElse("");
    }
}
