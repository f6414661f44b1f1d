package dk.klyngeflow.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.PaymentMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of bookings long after the meeting. */
@KlyngeflowTest
class BookingRetentionTest {

    private static final String CLUSTER = "glemt";
    private static final Instant EVENING = Instant.parse("2026-11-03T15:30:00Z");

    @Autowired
    BookingRetention retention;

    @Autowired
    BookingLinkRetention linksOver;

    @Autowired
    NightWatch night;

    @Autowired
    Bookings bookings;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Links links;

    @Autowired
    DemoCluster people;

    @Autowired
    TestClock clock;

    @Test
    void theLinkDiesAfterThreeMonthsAndTheBookingGoesWithItsVoucher() {
        people.open(CLUSTER, CLUSTER + "-", PaymentMode.PLO);
        suppliers.add(
                CLUSTER,
                new Suppliers.Entry(BookingKind.ROOM, "Kroen", Suppliers.Reach.by("kroen@sted.example", ""), Suppliers.Terms.UNKNOWN, false, true));
        SupplierBooking booking = Objects.requireNonNull(bookings.request(new BookingRequest(
                        CLUSTER,
                        new Wanted(
                                CLUSTER + "/2026-01",
                                BookingKind.ROOM,
                                "Polyfarmaci",
                                EVENING,
                                EVENING.plus(Duration.ofHours(2)),
                                "",
                                20),
                        null))
                .booking());
        String holder = BookingLink.holder(Objects.requireNonNull(booking.supplierId()));

        nightOf("2027-01-20T03:00:00Z");
        assertThat(links.heldBy(CLUSTER, BookingLink.PURPOSE, holder)).hasSize(1);
        nightOf("2027-02-10T03:00:00Z");
        assertThat(links.heldBy(CLUSTER, BookingLink.PURPOSE, holder)).isEmpty();
        nightOf("2031-12-31T03:00:00Z");
        assertThat(bookings.of(CLUSTER, CLUSTER + "/2026-01")).hasSize(1);
        nightOf("2032-01-02T03:00:00Z");
        assertThat(bookings.of(CLUSTER, CLUSTER + "/2026-01")).isEmpty();
    }

    private void nightOf(String moment) {
        clock.set(Instant.parse(moment));
        night.forget(linksOver);
        night.forget(retention);
    }
}
