package dk.klyngeflow.bookings;

import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Mandates;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What suppliers are told by mail, each thing once. For those without a mail address whoever has the duty of phoning them is told
 * instead; questions to them are a task of the process.
 */
@Component
class BookingMails {

    private final Outbox outbox;
    private final Mandates mandates;

    BookingMails(Outbox outbox, Mandates mandates) {
        this.outbox = outbox;
        this.mandates = mandates;
    }

    String newUid() {
        return UUID.randomUUID() + "@klyngeflow";
    }

    void request(Booking booking, Supplier supplier) {
        ask("booking-request", booking, supplier, facts(booking));
    }

    void reminder(Booking booking, Supplier supplier) {
        ask("booking-reminder", booking, supplier, facts(booking));
    }

    void moved(Booking booking, Supplier supplier, Instant oldStart, Instant oldEnd) {
        Map<String, String> facts = facts(booking);
        facts.put("before", BookingTexts.when(oldStart, oldEnd));
        ask("booking-moved", booking, supplier, facts);
    }

    void cancelled(Booking booking, Optional<Supplier> supplier, String reason) {
        Map<String, String> facts = facts(booking);
        facts.put("reason", reason);
        tell("CANCELLED", booking, supplier, String.valueOf(booking.sequence()), facts);
    }

    void headcount(Booking booking, Optional<Supplier> supplier) {
        Map<String, String> facts = facts(booking);
        facts.put("count", BookingTexts.people(booking.people()));
        tell("HEADCOUNT", booking, supplier, String.valueOf(booking.headcountRound()), facts);
    }

    void place(Booking booking, Optional<Supplier> supplier) {
        tell("PLACE", booking, supplier, booking.sequence() + ":" + booking.place(), facts(booking));
    }

    private void ask(String purpose, Booking booking, Supplier supplier, Map<String, String> facts) {
        if (!supplier.mail().isEmpty()) {
            outbox.enqueue(mail(purpose, booking, supplier, String.valueOf(booking.sequence()), facts));
        }
    }

    private void tell(
            String what, Booking booking, Optional<Supplier> supplier, String round, Map<String, String> facts) {
        Optional<Supplier> reachable = supplier.filter(known -> !known.mail().isEmpty());
        if (reachable.isPresent()) {
            String purpose = "booking-" + what.toLowerCase(java.util.Locale.ROOT);
            outbox.enqueue(mail(purpose, booking, reachable.get(), round, facts));
            return;
        }
        facts.put("what", what);
        facts.put("page", "/steder/" + booking.clusterId());
        String key = "booking-by-phone:" + what + ":" + booking.bookingId() + ":" + round + ":";
        mandates.holders(booking.clusterId(), Duty.PHONE_SUPPLIER.id())
                .forEach(person -> outbox.enqueue(Mail.of(
                        booking.clusterId(),
                        "booking-by-phone",
                        key + person,
                        Recipient.person(person),
                        facts,
                        booking.caseKey())));
    }

    private static Mail mail(String purpose, Booking booking, Supplier to, String round, Map<String, String> facts) {
        return Mail.of(
                booking.clusterId(),
                purpose,
                purpose + ":" + booking.bookingId() + ":" + to.supplierId() + ":" + round,
                Recipient.address(to.mail(), to.addressee()),
                facts,
                booking.caseKey());
    }

    private static Map<String, String> facts(Booking booking) {
        Map<String, String> facts = new HashMap<>();
        facts.put("kind", booking.kind().name());
        facts.put("title", booking.title());
        facts.put("day", BookingTexts.day(booking.start()));
        facts.put("when", BookingTexts.when(booking.start(), booking.end()));
        facts.put("place", booking.place());
        facts.put("people", BookingTexts.people(booking.people()));
        return facts;
    }
}
