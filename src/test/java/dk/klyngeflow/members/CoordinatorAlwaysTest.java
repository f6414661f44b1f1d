package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Change.Days;
import dk.klyngeflow.members.Change.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whatever is done to the people of a cluster, on every day it has exactly one coordinator. */
@KlyngeflowTest
class CoordinatorAlwaysTest {

    private static final int STEPS = 120;

    @LocalServerPort
    int port;

    @Autowired
    PeopleChanges changes;

    @Autowired
    People people;

    @Autowired
    PostsOfTheDay night;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String cluster = "";
    private LocalDate opened = LocalDate.MIN;

    @BeforeEach
    void open() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        opened = time.today();
        isAdministrator();
    }

    private static void isAdministrator() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("admin", null, List.of()));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void afterAnySequenceOfChanges() {
        long seed = 20_270_101L;
        Random random = new Random(seed);
        int made = 0;
        int refused = 0;
        for (int step = 0; step < STEPS; step++) {
            Change change = any(random);
            try {
                make(change);
                made++;
            } catch (FormRefused no) {
                refused++;
            }
            if (random.nextInt(6) == 0) {
                clock.advance(Duration.ofDays(random.nextInt(40)));
                night.turn();
            }
            assertThat(daysWithoutExactlyOne())
                    .as("seed %s, step %s, %s", seed, step, change)
                    .isEmpty();
            assertThat(people.holding(cluster, Post.COORDINATOR)).hasSize(1);
        }
        assertThat(made).isGreaterThan(15);
        assertThat(refused).isGreaterThan(15);
    }

    private Change any(Random random) {
        List<String> who = List.of("koordinator", "formand", "kasserer", "m5", "m6");
        ChangeKind kind = List.of(
                        ChangeKind.GIVE,
                        ChangeKind.GIVE,
                        ChangeKind.GIVE,
                        ChangeKind.END,
                        ChangeKind.LEAVE,
                        ChangeKind.MOVE,
                        ChangeKind.END_PRACTICE)
                .get(random.nextInt(7));
        // members come back, or nobody would be left to be coordinator
        Post post = kind == ChangeKind.GIVE && random.nextInt(3) == 0 ? Post.MEMBER : Post.COORDINATOR;
        String number = "98010" + (1 + random.nextInt(3));
        LocalDate from = time.today().plusDays(random.nextInt(90) - 30L);
        String person = cluster + "-" + who.get(random.nextInt(who.size()));
        if (post == Post.MEMBER
                && people.holding(cluster, Post.MEMBER).stream().noneMatch(m -> m.id().equals(person))) {
            Person known = people.find(person).orElseThrow();
            return new Change(
                    ChangeKind.ADD,
                    "",
                    new Change.Called(known.name(), known.mail()),
                    Post.MEMBER,
                    new Place(number, null),
                    new Days(time.today(), null));
        }
        return new Change(kind, person, Change.NOBODY, post, new Place(number, null), new Days(from, null));
    }

    private void make(Change change) {
        changes.make(
                cluster,
                List.of(change),
                changes.version(cluster),
                UUID.randomUUID().toString(),
                "admin");
    }

    private List<String> daysWithoutExactlyOne() {
        return jdbc.sql("""
                        select day::date || ': ' || count(r.*) from generate_series(:from::date, :to::date, '1 day') as day
                        left join klyngeflow.role_holder r on r.cluster_id = :cluster and r.post = 'COORDINATOR'
                          and r.from_day <= day::date and (r.until_day is null or r.until_day > day::date)
                        group by day having count(r.*) <> 1 order by day""")
                .param("from", opened.toString())
                .param("to", time.today().plusDays(400).toString())
                .param("cluster", cluster)
                .query(String.class)
                .list();
    }

    @Test
    void alsoWhenTwoGiveThePostAtOnce() throws Exception {
        int version = changes.version(cluster);
        AtOnce.both(() -> givesThePost("formand", version), () -> givesThePost("m5", version));

        assertThat(changes.version(cluster)).isEqualTo(version + 1);
        assertThat(daysWithoutExactlyOne()).isEmpty();
    }

    private void givesThePost(String successor, int version) {
        isAdministrator();
        try {
            changes.make(
                    cluster,
                    List.of(new Change(
                            ChangeKind.GIVE,
                            cluster + "-" + successor,
                            Change.NOBODY,
                            Post.COORDINATOR,
                            Change.NOWHERE,
                            new Days(time.today(), null))),
                    version,
                    UUID.randomUUID().toString(),
                    "admin");
        } catch (PeopleChanges.Outdated | FormRefused late) {
            // the other was first
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void theDatabaseItselfRefusesNoneAndTwo() {
        for (String sql : List.of(
                "delete from klyngeflow.role_holder where cluster_id = :cluster and post = 'COORDINATOR'",
                "update klyngeflow.role_holder set until_day = from_day + 30 where cluster_id = :cluster and post = 'COORDINATOR'",
                "update klyngeflow.role_holder set until_day = from_day where cluster_id = :cluster and post = 'COORDINATOR'",
                "update klyngeflow.role_holder set post = 'BOARD' where cluster_id = :cluster and post = 'COORDINATOR'",
                "insert into klyngeflow.role_holder (cluster_id, person_id, post, from_day) values (:cluster, :cluster || '-m5', 'COORDINATOR', '2035-01-01')")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("cluster", cluster).update())
                    .as(sql)
                    .isInstanceOfAny(DataIntegrityViolationException.class);
        }
        assertThat(daysWithoutExactlyOne()).isEmpty();
    }
}
