package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CopenhagenTime;
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
                .map(booking -> row(meeting, booking))
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

    private static List<String> row(Meeting meeting, SupplierBooking booking) {
        Long price = booking.priceOere();
        boolean isWaitedFor = booking.status() == BookingStatus.ASKED && booking.answeredAt() == null;
        return List.of(
                booking.kind().danish(),
                booking.supplierName(),
                answer(meeting, booking),
                price == null || isWaitedFor ? "" : Money.kroner(price),
                // written about another time
                isWaitedFor ? "" : booking.remark());
    }

    /** An answer is one about a time: what was said of the date before a move is not what holds now. */
    private static String answer(Meeting meeting, SupplierBooking booking) {
        BookingStatus status = booking.status();
        if (status == BookingStatus.CANCELLED || status == BookingStatus.TAKEN) {
            return status.danish();
        }
        boolean isAboutNow = meeting.startsAt() != null && booking.isAt(meeting.start(), meeting.end());
        if (isAboutNow) {
            return status == BookingStatus.ASKED && booking.sequence() > 0
                    ? "Spurgt igen om den nye tid; venter på svar"
                    : status.danish();
        }
        String then = CopenhagenTime.dayInWords(booking.start());
        return switch (status) {
            case CONFIRMED -> "Sagde ja til " + then + "; bliver spurgt om den nye tid";
            case DECLINED -> "Sagde nej til " + then;
            default -> "Spurgt om " + then + "; bliver spurgt om den nye tid";
        };
    }
}
