package dk.klyngeflow.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.AgreedPrices.AgreedPrice;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.members.PaymentMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an invoice should come to, by what was agreed. */
@KlyngeflowTest
class AgreedPricesTest {

    private static final AtomicInteger clusters = new AtomicInteger();
    private static final LocalDate INVOICED = LocalDate.of(2026, 11, 12);
    private static final Instant EVENING = Instant.parse("2026-11-03T15:30:00Z");

    @Autowired
    AgreedPrices prices;

    @Autowired
    Bookings bookings;

    @Autowired
    Suppliers suppliers;

    @Autowired
    DemoCluster people;

    private String cluster = "";

    @BeforeEach
    void aRoomAndFoodFromTheSameInn() {
        cluster = "pris" + clusters.incrementAndGet();
        people.open(cluster, cluster + "-", PaymentMode.PLO);
        agreed("01", BookingKind.ROOM, "Kroen", EVENING, 200_000L);
        agreed("01", BookingKind.CATERING, "Kroens køkken", EVENING, 265_000L);
        agreed("02", BookingKind.ROOM, "Kroen", EVENING.plus(Duration.ofDays(7)), 210_000L);
    }

    private void agreed(String number, BookingKind kind, String name, Instant start, long price) {
        if (suppliers.of(cluster, kind).isEmpty()) {
            suppliers.add(
                    cluster,
                    new Suppliers.Entry(kind, name, new Suppliers.Reach("", "kroen@sted.example", "", "99001127", ""), Suppliers.Terms.UNKNOWN, false, true));
        }
        Requested requested = bookings.request(new BookingRequest(
                cluster,
                new Wanted(
                        cluster + "/2026-" + number,
                        kind,
                        "Møde " + number,
                        start,
                        start.plus(Duration.ofHours(2)),
                        "",
                        20),
                null));
        SupplierBooking booking = Objects.requireNonNull(requested.booking());
        bookings.record(cluster, booking.bookingId(), PhoneAnswer.CONFIRMED, price, "", cluster + "-sekretaer");
    }

    @Test
    void byCvrTheWholeMeetingIsOnePrice() {
        assertThat(expected("99001127", "Et andet navn", "", 465_000)).get().satisfies(price -> {
            assertThat(price.title()).isEqualTo("Møde 01");
            assertThat(price.oere()).isEqualTo(465_000);
            assertThat(price.day()).isEqualTo(LocalDate.of(2026, 11, 3));
        });
    }

    @Test
    void withoutAnExactPriceTheNearestMeetingCounts() {
        assertThat(expected("99001127", "", "", 499_900))
                .get()
                .extracting(AgreedPrice::title)
                .isEqualTo("Møde 02");
    }

    @Test
    void nameOrMailWillDo() {
        assertThat(expected(null, " kroens KØKKEN ", "", 1))
                .get()
                .extracting(AgreedPrice::oere)
                .isEqualTo(265_000L);
        assertThat(expected(null, "", "KROEN@sted.example", 210_000))
                .get()
                .extracting(AgreedPrice::title)
                .isEqualTo("Møde 02");
    }

    @Test
    void othersAndOldMeetingsAndOtherClustersDoNot() {
        assertThat(expected("12345678", "Ukendt", "u@sted.example", 465_000)).isEmpty();
        assertThat(expected("", "", "", 465_000)).isEmpty();
        assertThat(prices.expected(cluster, "99001127", "", "", 465_000, INVOICED.plusYears(1)))
                .isEmpty();
        String other = "pris" + clusters.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        assertThat(prices.expected(other, "99001127", "", "", 465_000, INVOICED))
                .isEmpty();
    }

    private Optional<AgreedPrice> expected(@Nullable String cvr, String name, String mail, long amount) {
        return prices.expected(cluster, cvr, name, mail, amount, INVOICED);
    }
}
