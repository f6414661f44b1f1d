package dk.klyngeflow.meetings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.Supplier;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form shows to whoever phones about a booking. */
@RestController
class BookingRoutes {

    private final CurrentPerson person;
    private final Meetings meetings;
    private final Bookings bookings;
    private final Suppliers suppliers;
    private final BookingCases cases;
    private final SpeakersOfContacts speakers;

    BookingRoutes(
            CurrentPerson person,
            Meetings meetings,
            Bookings bookings,
            Suppliers suppliers,
            BookingCases cases,
            SpeakersOfContacts speakers) {
        this.speakers = speakers;
        this.cases = cases;
        this.person = person;
        this.meetings = meetings;
        this.bookings = bookings;
        this.suppliers = suppliers;
    }

    /**
     * @param why the task is there, in a sentence
     * @param asked whom to phone; null when nobody is asked now
     * @param before everybody who was asked for this meeting so far
     * @param next who can be asked now; @param proposed the first of them; empty when there is none
     */
    record Call(
            String kind,
            String what,
            String why,
            @JsonUnwrapped About about,
            @Nullable Whom asked,
            List<Tried> before,
            List<WishedSuppliers.Option> next,
            String proposed) {}

    /** Which meeting it is for. */
    record About(String title, String when, String place) {}

    /** Where it can be reached. */
    record Reach(String contact, String phone, String mail) {}

    record Whom(
            String name,
            @JsonUnwrapped Reach reach,
            String priceGuide,
            String note,
            @Nullable Integer people,
            @Nullable Long price,
            String remark) {}

    /** @param answer Danish */
    record Tried(String name, String answer, String remark) {}

    @GetMapping("/api/clusters/{cluster}/meetings/{meeting}/bookings/{kind}")
    Call call(@PathVariable String cluster, @PathVariable("meeting") String meetingId, @PathVariable String kind) {
        person.require(cluster, Role.SECRETARY, Role.COORDINATOR, Role.BOARD);
        BookingKind what = Arrays.stream(BookingKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(Refused::notFound);
        Meeting meeting = meetings.find(cluster, meetingId).orElseThrow(Refused::notFound);
        List<SupplierBooking> tried = bookings.of(cluster, meeting.businessKey()).stream()
                .filter(booking -> booking.kind() == what)
                .toList();
        List<WishedSuppliers.Option> next = cases.candidates(meeting, what).stream()
                .map(each -> new WishedSuppliers.Option(each.supplierId(), each.name(), each.priceGuide()))
                .collect(Collectors.toCollection(ArrayList::new));
        String proposed = next.isEmpty() ? "" : next.get(0).id();
        if (what == BookingKind.SPEAKER) {
            next.addAll(speakers.options(cluster));
        }
        Optional<SupplierBooking> asked =
                tried.stream().filter(booking -> booking.status().isLive()).findFirst();
        return new Call(
                what.name(),
                what.danish(),
                why(meeting, asked, tried),
                new About(meeting.title(), meeting.when(), meeting.place()),
                asked.map(this::whom).orElse(null),
                tried.stream()
                        .filter(booking -> !booking.status().isLive())
                        .map(booking -> new Tried(
                                booking.supplierName(), booking.status().danish(), booking.remark()))
                        .toList(),
                next,
                proposed);
    }

    private Whom whom(SupplierBooking booking) {
        Optional<Supplier> supplier = supplier(booking);
        return new Whom(
                booking.supplierName(),
                new Reach(
                        supplier.map(Supplier::contact).orElse(""),
                        supplier.map(Supplier::phone).orElse(""),
                        supplier.map(Supplier::mail).orElse("")),
                supplier.map(Supplier::priceGuide).orElse(""),
                supplier.map(Supplier::note).orElse(""),
                booking.people(),
                booking.priceOere(),
                booking.remark());
    }

    private String why(Meeting meeting, Optional<SupplierBooking> asked, List<SupplierBooking> tried) {
        if (asked.isPresent()) {
            SupplierBooking booking = asked.get();
            if (!booking.remark().isEmpty()) {
                return booking.supplierName() + " har svaret noget andet end ja eller nej. Ring og bliv enige.";
            }
            boolean hasMail =
                    supplier(booking).filter(known -> !known.mail().isEmpty()).isPresent();
            return hasMail
                    ? booking.supplierName() + " har fået en mail og en påmindelse, men ikke svaret."
                    : booking.supplierName() + " har ingen mailadresse på listen og skal spørges i telefonen.";
        }
        return tried.stream()
                .filter(booking -> booking.isWithdrawn() && booking.start().equals(meeting.start()))
                .reduce((first, last) -> last)
                .map(booking -> booking.supplierName() + " har meldt fra efter først at have sagt ja.")
                .orElse(
                        tried.isEmpty()
                                ? "Ingen er spurgt, for der er ingen på listen. Skriv nogen ind under Steder og oplægsholdere, find selv en, eller klar jer uden."
                                : "Der er ingen flere på listen.");
    }

    private Optional<Supplier> supplier(SupplierBooking booking) {
        return booking.supplierId() == null
                ? Optional.empty()
                : suppliers.find(booking.clusterId(), booking.supplierId());
    }
}
