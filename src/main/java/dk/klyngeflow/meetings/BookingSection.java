package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.Booking;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.engine.Money;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who has been asked for room, food and a talk, and what they have said. */
@Component
@Order(1)
class BookingSection implements MeetingSection {

    private final Bookings bookings;

    BookingSection(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public List<Section> of(Meeting meeting) {
        List<Booking> asked = bookings.of(meeting.clusterId(), meeting.businessKey());
        if (asked.isEmpty()) {
            return List.of();
        }
        return List.of(new Section(
                "Bestillinger",
                List.of(),
                List.of("Hvad", "Hos hvem", "Svar", "Aftalt pris", "Bemærkning"),
                asked.stream().map(BookingSection::row).toList(),
                List.of()));
    }

    private static List<String> row(Booking booking) {
        Long price = booking.priceOere();
        return List.of(
                kind(booking.kind()),
                booking.supplierName(),
                booking.status().danish(),
                price == null ? "" : Money.format(price) + " kr.",
                booking.remark());
    }

    private static String kind(BookingKind kind) {
        return switch (kind) {
            case ROOM -> "Lokale";
            case CATERING -> "Forplejning";
            case SPEAKER -> "Oplæg";
        };
    }
}
