package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.KlyngeflowTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows for the outbox when a mail comes back. */
@KlyngeflowTest
class BouncesTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Postman postman;

    @Autowired
    Bounces bounces;

    @Autowired
    FailedMails failed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GreenMail inbox;

    OutboxWorld world;

    @BeforeEach
    void begin() throws Exception {
        world = beans.createBean(OutboxWorld.class);
        world.begin();
        jdbc.sql("delete from klyngeflow.mail_bounce").update();
        inbox.purgeEmailFromAllMailboxes();
        world.put("first", "Vaek@firma.example");
        world.deliver(postman);
        comesBack();
        assertThat(world.states()).containsExactly("FAILED");
    }

    @Test
    void nothingMoreIsSentToAnAddressThatIsDead() {
        world.put("second", "vaek@firma.example");
        world.put("third", "her@firma.example");
        world.deliver(postman);

        assertThat(world.states()).containsExactly("FAILED", "FAILED", "SENT");
        assertThat(inbox.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whoSendsItThereAgainTakesTheMarkAway() {
        failed.sendAgain(OutboxWorld.CLUSTER, firstMail());
        world.deliver(postman);

        assertThat(world.states()).containsExactly("SENT");
        assertThat(inbox.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whoSendsItNowTakesTheMarkAwayToo() {
        failed.giveUp(OutboxWorld.CLUSTER, firstMail());

        assertThat(failed.sendNow(OutboxWorld.CLUSTER, firstMail())).isTrue();
        world.deliver(postman);

        assertThat(world.states()).containsExactly("SENT");
    }

    @Test
    void aSecondReportOfTheSameMailChangesNothing() {
        assertThat(comesBack()).isFalse();
    }

    private boolean comesBack() {
        List<String> ids = List.of("<nobody@else.example>", world.messageIds().get(0));
        return Boolean.TRUE.equals(transaction.execute(
                status -> bounces.bounced(ids, "Mailen kom retur.", true).isPresent()));
    }

    private long firstMail() {
        return jdbc.sql("select min(mail_id) from klyngeflow.mail_outbox")
                .query(Long.class)
                .single();
    }
}
