package dk.klyngeflow.bookings;

import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A reminder that waited is not sent to somebody who has answered, or been asked for another time, meanwhile. */
@Component
class BookingReminderMail implements MailContent {

    static final String PURPOSE = "booking-reminder";
    static final String BOOKING_ID = "bookingId";
    static final String SEQUENCE = "sequence";

    private final Bookings bookings;

    BookingReminderMail(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return bookings.find(clusterId, model.getOrDefault(BOOKING_ID, ""))
                .filter(booking -> booking.status() == BookingStatus.ASKED)
                .filter(booking -> String.valueOf(booking.sequence()).equals(model.get(SEQUENCE)))
                .map(booking -> Map.of());
    }
}
