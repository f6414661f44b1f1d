package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Bookings go with the vouchers they explain: five years after the year of the meeting. */
@Component
class BookingRetention implements Forgets {

    private final BookingRows rows;

    BookingRetention(BookingRows rows) {
        this.rows = rows;
    }

    @Override
    public String what() {
        return "Bestillinger, regnet fra udgangen af mødets år";
    }

    @Override
    public Period after() {
        return Period.ofYears(5);
    }

    @Override
    public int forget(Instant before) {
        LocalDate firstOfYear = CopenhagenTime.dayOf(before).withDayOfYear(1);
        return rows.forget(CopenhagenTime.at(firstOfYear, LocalTime.MIN));
    }
}
