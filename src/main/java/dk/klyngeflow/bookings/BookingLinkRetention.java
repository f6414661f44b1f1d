package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.Forgets;
import dk.klyngeflow.links.Links;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;

/** A supplier needs the link of a booking no longer when it lies some months back. */
@Component
class BookingLinkRetention implements Forgets {

    private final BookingRows rows;
    private final Links links;

    BookingLinkRetention(BookingRows rows, Links links) {
        this.rows = rows;
        this.links = links;
    }

    @Override
    public String what() {
        return "Leverandørers link til bestillinger, der ligger bag os";
    }

    @Override
    public Period after() {
        return Period.ofMonths(3);
    }

    @Override
    public int forget(Instant before) {
        List<SupplierBooking> over = rows.withLinkBefore(BookingLink.PURPOSE, before);
        over.forEach(booking -> links.endAll(booking.clusterId(), BookingLink.PURPOSE, booking.bookingId()));
        return over.size();
    }
}
