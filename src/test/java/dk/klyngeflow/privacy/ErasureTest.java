package dk.klyngeflow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.election.EveryStateOfElections;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.founding.EveryStateOfModels;
import dk.klyngeflow.invoices.EveryStateOfInvoices;
import dk.klyngeflow.meetings.EveryStateOfMeetings;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A canary sits in every column of every table, ours and the engine's, and is found afterwards only in vouchers. */
@KlyngeflowTest
class ErasureTest {

    private static final String PHONE = "71 93 55 17";

    @LocalServerPort
    int port;

    @Autowired
    EveryStateOfMeetings meetings;

    @Autowired
    EveryStateOfInvoices invoices;

    @Autowired
    EveryStateOfElections elections;

    @Autowired
    EveryStateOfModels models;

    @Autowired
    Erasure erasure;

    @Autowired
    LeaverErasure leavers;

    @Autowired
    NightWatch night;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private String cluster = "";
    private String canary = "";
    private String name = "";
    private String mail = "";

    @BeforeEach
    void somebody() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);
        canary = cluster + "-m5";
        // one of the kind in the whole database: of two with one name nothing is replaced
        name = "Kanarie Fuglsang-Ødum " + cluster.replaceAll("\\D", "");
        mail = "kanarie." + cluster + "@buret.example";
        jdbc.sql("update klyngeflow.person set name = :name, mail = :mail where person_id = :id")
                .param("name", name)
                .param("mail", mail)
                .param("id", canary)
                .update();
    }

    private void leaves() {
        jdbc.sql("""
                        update klyngeflow.role_holder set from_day = least(from_day, date '2020-01-01'), until_day = :day
                        where person_id = :person""")
                .param(
                        "day",
                        clock.instant()
                                .atZone(java.time.ZoneOffset.UTC)
                                .toLocalDate()
                                .minusDays(1))
                .param("person", canary)
                .update();
    }

    private void takenBack(Runnable story) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            story.run();
            status.setRollbackOnly();
        });
    }

    @Test
    void aCanaryPlantedEverywhereIsFoundAfterwardsOnlyInVouchers() {
        invoices.areIn(cluster);
        meetings.areIn(cluster);
        elections.areIn(cluster);
        models.areIn(cluster);

        takenBack(() -> {
            leaves();
            int planted = plant();
            jdbc.sql("""
                            insert into klyngeflow.letter (cluster_id, sender, sender_name, subject, body, note, received_at)
                            values (:cluster, :mail, 'K.', 'Ring til mig', :body, '', now())""")
                    .param("cluster", cluster)
                    .param("mail", mail)
                    .param("body", "Min telefon er " + PHONE)
                    .update();
            Set<String> before = foundIn();
            assertThat(planted).isGreaterThan(150);
            assertThat(before)
                    .contains(
                            "person", "mail_outbox", "meeting", "invoice", "letter", "link", "local_model", "election")
                    .anyMatch(table -> table.startsWith("act_hi_"));

            assertThat(erasure.erase(canary)).isTrue();

            Set<String> kept = new HashSet<>(WrittenTexts.VOUCHERS);
            kept.addAll(WrittenTexts.BALLOTS);
            assertThat(foundIn()).isSubsetOf(kept).contains("invoice");
            assertThat(identities.createUserQuery().userId(canary).count()).isZero();
            assertThat(erasure.erase(canary)).isFalse();
        });
    }

    @Test
    void whoHoldsAPostOrWaitsForMoneyIsNotErased() {
        assertThat(erasure.objectionTo(canary))
                .hasValueSatisfying(why -> assertThat(why).contains("stadig en post"));
        assertThat(erasure.erase(canary)).isFalse();

        takenBack(() -> {
            leaves();
            assertThat(erasure.objectionTo(canary)).isEmpty();
        });
    }

    @Test
    void anotherOfTheSameNameKeepsHers() {
        takenBack(() -> {
            leaves();
            jdbc.sql("update klyngeflow.person set name = :name where person_id = :id")
                    .param("name", name)
                    .param("id", cluster + "-m6")
                    .update();
            erasure.erase(canary);
            assertThat(jdbc.sql("select name from klyngeflow.person where person_id = :id")
                            .param("id", cluster + "-m6")
                            .query(String.class)
                            .single())
                    .isEqualTo(name);
        });
    }

    @Test
    void leaversOfARunningClusterGoAfterAYear() {
        takenBack(() -> {
            leaves();
            clock.advance(Duration.ofDays(360));
            night.forget(leavers);
            assertThat(isErased()).isFalse();

            clock.advance(Duration.ofDays(10));
            night.forget(leavers);
            assertThat(isErased()).isTrue();
        });
    }

    private boolean isErased() {
        return jdbc.sql("select erased_at is not null from klyngeflow.person where person_id = :id")
                .param("id", canary)
                .query(Boolean.class)
                .single();
    }

    private record Column(String schema, String table, String name, String type, String owner) {}

    /** Every column of text of every table that says whose cluster its rows are of. */
    private List<Column> columns(String types) {
        return jdbc.sql("""
                        select c.table_schema, c.table_name, c.column_name, c.udt_name, (
                            select min(o.column_name) from information_schema.columns o
                            where o.table_schema = c.table_schema and o.table_name = c.table_name
                              and o.column_name in ('cluster_id', 'tenant_id_')) as owner
                        from information_schema.columns c join information_schema.tables t
                          on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.table_schema not in ('information_schema', 'pg_catalog') and c.udt_name in (%s)
                        order by 1, 2, 3""".formatted(types))
                .query((row, number) -> new Column(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** @return in how many columns there is room for a name */
    private int plant() {
        TransactionTemplate each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        List<Column> planted = new ArrayList<>();
        for (Column column : columns("'text', 'varchar'")) {
            boolean isId = column.name().endsWith("id_")
                    || column.name().endsWith("_id")
                    || column.name().equals("id");
            if (column.owner() == null
                    || isId
                    || column.table().equals("person")
                    || column.table().equals("cluster")) {
                continue;
            }
            try {
                each.executeWithoutResult(status -> {
                    int rows = jdbc.sql("update %s.%s set %s = coalesce(%3$s, '') || :canary where %s = :cluster"
                                    .formatted(column.schema(), column.table(), column.name(), column.owner()))
                            .param("canary", " " + name + " (" + mail + ")")
                            .param("cluster", cluster)
                            .update();
                    if (rows > 0) {
                        planted.add(column);
                    }
                });
            } catch (DataAccessException noRoom) {
                // keys, choices and what must never be changed
                continue;
            }
        }
        return planted.size();
    }

    /** Tables in which anything of hers stands, files among them. */
    private Set<String> foundIn() {
        Set<String> found = new TreeSet<>();
        for (Column column : columns("'text', 'varchar', 'jsonb', 'json', '_text', 'bytea'")) {
            String where = column.type().equals("bytea")
                    ? "position(convert_to(:name, 'UTF8') in %s) > 0 or position(convert_to(:mail, 'UTF8') in %1$s) > 0 or position(convert_to(:phone, 'UTF8') in %1$s) > 0"
                    : "%s::text ilike '%%' || :name || '%%' or %1$s::text ilike '%%' || :mail || '%%' or %1$s::text ilike '%%' || :phone || '%%'";
            long rows = jdbc.sql("select count(*) from " + column.schema() + "." + column.table() + " where "
                            + where.formatted('"' + column.name() + '"'))
                    .param("name", name)
                    .param("mail", mail)
                    .param("phone", PHONE)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.add(column.table());
            }
        }
        return found;
    }
}
