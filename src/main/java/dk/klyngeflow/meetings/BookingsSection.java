package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingSection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who is asked or booked for the meeting, and what they have answered. */
@Component
@Order(10)
class BookingsSection implements MeetingSection {

    private final Bookings bookings;

    BookingsSection(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public List<Section> of(Meeting meeting) {
        List<List<String>> rows = bookings.of(meeting.clusterId(), meeting.businessKey()).stream()
                .map(BookingsSection::row)
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Section(
                        "Lokale, forplejning og oplæg",
                        List.of(),
                        List.of("Hvad", "Hvem", "Svar", "Aftalt pris", "Bemærkning"),
                        rows,
                        List.of()));
    }

    private static List<String> row(SupplierBooking booking) {
        Long price = booking.priceOere();
        return List.of(
                booking.kind().danish(),
                booking.supplierName(),
                booking.status().danish(),
                price == null ? "" : Money.kroner(price),
                booking.remark());
    }
}
