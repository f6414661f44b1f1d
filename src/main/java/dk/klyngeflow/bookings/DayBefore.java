package dk.klyngeflow.bookings;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for tomorrow's bookings; every node does, and each supplier hears once. */
@Component
class DayBefore {

    private final Bookings bookings;

    DayBefore(Bookings bookings) {
        this.bookings = bookings;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void remind() {
        bookings.remindOfTomorrow();
    }
}
