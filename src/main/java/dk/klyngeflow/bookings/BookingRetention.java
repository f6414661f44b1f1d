package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends at night the links of bookings that lie three months back, and forgets the bookings themselves with the vouchers they explain: five
 * years after the year of the meeting.
 */
@Component
class BookingRetention {

    private static final Logger LOG = LoggerFactory.getLogger(BookingRetention.class);
    private static final int MONTHS = 3;
    private static final int YEARS = 5;

    private final BookingRows rows;
    private final Links links;
    private final CopenhagenTime time;

    BookingRetention(BookingRows rows, Links links, CopenhagenTime time) {
        this.rows = rows;
        this.links = links;
        this.time = time;
    }

    @Scheduled(cron = "0 54 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldBookings() {
        List<Booking> over = rows.withLinkBefore(
                BookingPage.PURPOSE, CopenhagenTime.at(time.today().minusMonths(MONTHS), LocalTime.MIN));
        over.forEach(booking -> links.endAll(booking.clusterId(), BookingPage.PURPOSE, booking.bookingId()));
        int forgotten =
                rows.forget(CopenhagenTime.at(LocalDate.of(time.today().getYear() - YEARS, 1, 1), LocalTime.MIN));
        if (!over.isEmpty() || forgotten > 0) {
            LOG.info("links of {} old bookings ended, {} bookings forgotten", over.size(), forgotten);
        }
    }
}
