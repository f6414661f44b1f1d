package dk.klyngeflow.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.members.PaymentMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two meetings never hold the same own room at the same time, whatever two coordinators do in the same moment. */
@KlyngeflowTest
class OwnRoomsTest {

    private static final int PAIRS = Integer.getInteger("klyngeflow.roomPairs", 200);
    private static final int PAIRS_AT_A_TIME = 8;
    private static final Instant EVENING = Instant.parse("2026-11-03T15:30:00Z");

    @Autowired
    Bookings bookings;

    @Autowired
    Suppliers suppliers;

    @Autowired
    DemoCluster people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ofTwoHundredPairsAtOnceExactlyOneOfEachGetsTheRoom() throws Exception {
        String cluster = "kamp";
        people.open(cluster, "kamp-", PaymentMode.PLO);
        room(cluster, "Kaffestuen", true);
        room(cluster, "Kroen", false);
        ExecutorService threads = Executors.newFixedThreadPool(2 * PAIRS_AT_A_TIME);
        List<Future<SupplierBooking>> first = new ArrayList<>();
        List<Future<SupplierBooking>> second = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            CyclicBarrier together = new CyclicBarrier(2);
            // the two overlap by one hour, and the next pair begins when the later of them ends
            Instant start = EVENING.plus(Duration.ofHours(3L * pair));
            first.add(threads.submit(ask(cluster, pair + "a", start, together)));
            second.add(threads.submit(ask(cluster, pair + "b", start.plus(Duration.ofHours(1)), together)));
        }
        threads.shutdown();
        for (int pair = 0; pair < PAIRS; pair++) {
            SupplierBooking one = first.get(pair).get(5, TimeUnit.MINUTES);
            SupplierBooking other = second.get(pair).get(5, TimeUnit.MINUTES);
            assertThat(one.ownRoom()).as("pair %s", pair).isNotEqualTo(other.ownRoom());
            SupplierBooking loser = one.ownRoom() ? other : one;
            assertThat(loser.supplierName()).isEqualTo("Kroen");
            assertThat(bookings.of(cluster, loser.caseKey()).get(0).remark())
                    .startsWith("Kaffestuen er optaget ")
                    .contains(" af ");
        }
        assertThat(jdbc.sql("""
                        select count(*) from klyngeflow.booking
                        where cluster_id = :cluster and is_own and status = 'CONFIRMED'""").param("cluster", cluster).query(Integer.class).single())
                .isEqualTo(PAIRS);
    }

    private Callable<SupplierBooking> ask(String cluster, String number, Instant start, CyclicBarrier together) {
        return () -> {
            together.await(2, TimeUnit.MINUTES);
            BookingRequest request = new BookingRequest(
                    cluster,
                    new Wanted(
                            cluster + "/" + number,
                            BookingKind.ROOM,
                            "Møde " + number,
                            start,
                            start.plus(Duration.ofHours(2)),
                            "",
                            null),
                    null);
            return Objects.requireNonNull(bookings.request(request).booking());
        };
    }

    private void room(String cluster, String name, boolean own) {
        suppliers.add(
                cluster,
                new Suppliers.Entry(BookingKind.ROOM, name, Suppliers.Reach.by(own ? "" : "kro@sted.example", ""), Suppliers.Terms.UNKNOWN, own, true));
    }
}
