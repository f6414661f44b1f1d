package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.YearSnapshots;
import dk.klyngeflow.annualaccounts.ClosedYearsWatch;
import dk.klyngeflow.members.PaymentMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A closed year that somebody has changed past the application. */
@KlyngeflowTest
class ClosedYearsWatchTest {

    @Autowired
    AnnualAccountsStory story;

    @Autowired
    ClosedYearsWatch watch;

    @Autowired
    YearSnapshots snapshots;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aClosedYear() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        story.isReadyForTheAssembly(2026);
        story.theAssemblyDecides(2026, true);
    }

    @Test
    void isSaidToTreasurerAndAdministrators_onceForEachChange() {
        watch.compare();
        assertThat(mails()).as("it is what it was").isZero();

        changeBehindOurBack("Et andet bilag");
        assertThat(snapshots.differs(story.cluster(), 2026)).isTrue();
        watch.compare();
        watch.compare();
        assertThat(story.mails(ClosedYearsWatch.MAIL)).contains(story.person("kasserer"));
        int once = mails();
        assertThat(once).as("the treasurer and each administrator").isGreaterThan(1);

        changeBehindOurBack("Et tredje bilag");
        watch.compare();
        assertThat(mails()).isEqualTo(2 * once);
        changeBehindOurBack("Bilag af 2026-02-01");
        assertThat(snapshots.differs(story.cluster(), 2026)).isFalse();
    }

    private int mails() {
        return jdbc.sql("select count(*) from klyngeflow.mail_outbox where cluster_id = ? and purpose = ?")
                .params(story.cluster(), ClosedYearsWatch.MAIL)
                .query(Integer.class)
                .single();
    }

    /** As only the owner of the database can, who switches its guards off. */
    private void changeBehindOurBack(String text) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update klyngeflow.voucher set text = ? where cluster_id = ? and year = 2026")
                    .params(text, story.cluster())
                    .update();
        });
    }
}
