package dk.klyngeflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.PaymentMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A cluster has its accounts from the moment it is opened, whoever opens it, and one without them gets them at the next start. */
@KlyngeflowTest
class NewBooksTest {

    @Autowired
    ClusterRegister register;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    NewBooks books;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aClusterHasItsAccountsWhenItIsOpened() {
        open("kontoplan1");

        assertThat(chart.expenses("kontoplan1")).extracting(Account::number).contains("2100", "3100");
        assertThat(chart.find("kontoplan1", ChartOfAccounts.BANK)).isPresent();
    }

    @Test
    void nothingIsLeftOfAnOpeningThatFails() {
        transaction.executeWithoutResult(status -> {
            open("kontoplan2");
            status.setRollbackOnly();
        });

        assertThat(chart.accounts("kontoplan2")).isEmpty();
    }

    @Test
    void aClusterWithoutAccountsGetsThemAtTheNextStart() {
        open("kontoplan3");
        jdbc.sql("delete from klyngeflow.account where cluster_id = 'kontoplan3'")
                .update();

        books.mend();

        assertThat(chart.expenses("kontoplan3")).isNotEmpty();
    }

    private void open(String id) {
        register.open(
                new Cluster(id, "Klyngen " + id, null, PaymentMode.PLO, "post@" + id + ".example", "Region Nord", null),
                List.of(),
                List.of());
    }
}
