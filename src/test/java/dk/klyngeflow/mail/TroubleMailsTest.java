package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.TwoClusters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator without a post hears of cases that stand still. */
@KlyngeflowTest
class TroubleMailsTest {

    private static final String CLUSTER = TwoClusters.TWO;
    private static final String CASE = "two/trouble-1";

    @Autowired
    TwoClusters clusters;

    @Autowired
    TroubleMails trouble;

    @Autowired
    CaseIncidents incidents;

    @Autowired
    Cases cases;

    @Autowired
    Identities identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void onceADayAndNotForEver() {
        clusters.open();
        clock.reset();
        long readers = identities.administrators().values().stream()
                .filter(address -> !address.isEmpty())
                .count();
        assertThat(readers).isPositive();
        long before = told().size();
        cases.start("access-probe", CLUSTER, CASE, Map.of());
        incidents.raise(CLUSTER, CASE, "mailRefused", "trouble-1", "Afvist.");

        trouble.tell();
        trouble.tell();
        assertThat(told()).hasSize((int) (before + readers));
        assertThat(identities.administrators()).containsValue(told().get(0));

        clock.advance(Duration.ofDays(1));
        trouble.tell();
        assertThat(told()).hasSize((int) (before + 2 * readers));

        clock.advance(Duration.ofDays(1));
        trouble.tell();
        assertThat(told()).hasSize((int) (before + 2 * readers));
        incidents.resolve(CLUSTER, CASE, "mailRefused", "trouble-1");
        clock.reset();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select recipient_address from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = 'case-trouble'""").param("cluster", CLUSTER).query(String.class).list();
    }
}
