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
import dk.klyngeflow.members.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
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
        leaves(canary);
    }

    private void leaves(String person) {
        jdbc.sql("""
                        update klyngeflow.role_holder set from_day = least(from_day, date '2020-01-01'), until_day = :day
                        where person_id = :person""")
                .param(
                        "day",
                        clock.instant()
                                .atZone(java.time.ZoneOffset.UTC)
                                .toLocalDate()
                                .minusDays(1))
                .param("person", person)
                .update();
    }

    /** The world is shared with other tests, whose leavers would be erased as well. */
    private void nobodyElseHasLeft() {
        jdbc.sql("update klyngeflow.person set erased_at = now() where erased_at is null and person_id not like ?")
                .param(cluster + "-%")
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
            // names that may stand only once, of rows with other addresses
            kept.addAll(Set.of("contact", "supplier"));
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
    void onlyHerOwnWordsAreReplaced() {
        assertThat(replaced("hansen@klinik.dk", "Skriv til hansen@klinik.dk. (hansen@klinik.dk) <HANSEN@klinik.dk>"))
                .isEqualTo("Skriv til X. (X) <X>");
        assertThat(replaced("hansen@klinik.dk", "jens.hansen@klinik.dk hansen@klinik.dk.example jens-hansen@klinik.dk"))
                .doesNotContain("X");
        assertThat(replaced(
                        "hansen@klinik.dk",
                        "'hansen@klinik.dk', \"hansen@klinik.dk\", ”hansen@klinik.dk” og o'hansen@klinik.dk"))
                .isEqualTo("'X', \"X\", ”X” og o'hansen@klinik.dk");
        assertThat(replaced("Mette Holm", "Mette  Holm, {\"a\":\"Hej\\nMette\\nHolm\"}"))
                .isEqualTo("X, {\"a\":\"Hej\\nX\"}");
        assertThat(replaced("Mette Holm", "Anne-Mette Holm, Mette Holmgaard, Mette Holm-Ø"))
                .doesNotContain("X");
        assertThat(replaced("Mette Holm (vikar)", "Ring til Mette Holm (vikar)."))
                .isEqualTo("Ring til X.");
        assertThat(replaced("Mette H.", "Mette H. ringer")).isEqualTo("X ringer");
    }

    private String replaced(String words, String text) {
        return jdbc.sql("select regexp_replace(:text, :pattern, 'X', 'gi')")
                .param("text", text)
                .param("pattern", WrittenTexts.pattern(words))
                .query(String.class)
                .single();
    }

    @Test
    void oneWhoseNameIsAPartOfAnothersIsNotLookedForByName() {
        takenBack(() -> {
            leaves();
            named(cluster + "-m6", "Anna " + name);
            letter("x@y.example", "Anna " + name + " har skrevet");
            assertThat(erasure.erase(canary)).isTrue();
            assertThat(bodies()).containsExactly("Anna " + name + " har skrevet");
        });
    }

    @Test
    void twoWhoAreContactsAndSuppliersAreErasedOneAfterTheOther() {
        String other = cluster + "-m6";
        String othersName = "Anden Fuglsang-Ødum " + cluster.replaceAll("\\D", "");
        takenBack(() -> {
            leaves();
            leaves(other);
            named(other, othersName);
            for (String each : List.of(name, othersName)) {
                jdbc.sql("""
                                insert into klyngeflow.contact (contact_id, cluster_id, kind, name, mail, kept_at)
                                values (gen_random_uuid()::text, ?, 'OTHER', ?, ?, now())""")
                        .params(cluster, each, each.equals(name) ? mail : "")
                        .update();
                jdbc.sql("""
                                insert into klyngeflow.supplier (cluster_id, supplier_id, kind, name, mail, rank)
                                values (?, gen_random_uuid()::text, 'SPEAKER', ?, ?, 77)""")
                        .params(cluster, each, each.equals(name) ? mail : "")
                        .update();
            }
            assertThat(erasure.erase(canary)).isTrue();
            assertThat(erasure.erase(other)).isTrue();
            assertThat(jdbc.sql("select name from klyngeflow.contact where cluster_id = ?")
                            .param(cluster)
                            .query(String.class)
                            .list())
                    .doesNotContain(name, People.UNKNOWN);
            assertThat(jdbc.sql("select name from klyngeflow.supplier where cluster_id = ? and rank = 77")
                            .param(cluster)
                            .query(String.class)
                            .list())
                    .hasSize(2)
                    .anyMatch(left -> left.startsWith("Slettet "))
                    .doesNotContain(name, People.UNKNOWN);
        });
    }

    @Test
    void whatSheAskedForIsBlanked() {
        takenBack(() -> {
            leaves();
            jdbc.sql("""
                            insert into klyngeflow.membership_request (cluster_id, kind, person_id, name, mail, message, reason, asked_at,
                              settled_at) values (?, 'CORRECT', ?, 'Nyt Navn', 'nyt@navn.example', 'Min skilsmisse', 'Nej', now(), now())""").params(cluster, canary).update();
            jdbc.sql("""
                            insert into klyngeflow.measure (cluster_id, measure_id, title, kind, direction, numerator, denominator)
                            values (?, 'm-17', 'M', 'PROPORTION', 'LOWER', 'n', 'd')""").param(cluster).update();
            jdbc.sql("""
                            insert into klyngeflow.measure_note (cluster_id, measure_id, provider_number, kind, note, person_id, noted_at)
                            values (?, 'm-17', '980102', 'TRY', 'Jeg er syg', ?, now())""").params(cluster, canary).update();
            assertThat(erasure.erase(canary)).isTrue();
            assertThat(jdbc.sql(
                                    "select name || mail || message || reason from klyngeflow.membership_request where person_id = ?")
                            .param(canary)
                            .query(String.class)
                            .single())
                    .isEmpty();
            assertThat(jdbc.sql("select note from klyngeflow.measure_note where person_id = ?")
                            .param(canary)
                            .query(String.class)
                            .single())
                    .isEqualTo("(slettet)");
        });
    }

    @Test
    void anAdministratorWithTheSameAddressKeepsIt() {
        takenBack(() -> {
            leaves();
            User administrator = identities.newUser(cluster + "-admin");
            administrator.setEmail(mail);
            identities.saveUser(administrator);
            assertThat(erasure.erase(canary)).isTrue();
            assertThat(jdbc.sql("select email_ from act_id_user where id_ = ?")
                            .param(cluster + "-admin")
                            .query(String.class)
                            .single())
                    .isEqualTo(mail);
        });
    }

    @Test
    void whatRefusesToBeChangedIsNotTried() {
        List<String> refusing = jdbc.sql("""
                        select distinct c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                        join pg_namespace n on n.oid = c.relnamespace join pg_proc p on p.oid = t.tgfoid
                        where n.nspname = 'klyngeflow' and not t.tgisinternal
                          and t.tgtype & 2 = 2 and t.tgtype & 16 = 16 and p.prosrc ilike '%raise exception%'""").query(String.class).list();
        Set<String> left = new HashSet<>(WrittenTexts.VOUCHERS);
        left.addAll(WrittenTexts.BALLOTS);
        left.addAll(WrittenTexts.ASSEMBLIES);
        left.addAll(WrittenTexts.OTHERS);
        assertThat(refusing).contains("bank_line", "year_snapshot", "voucher").isSubsetOf(left);
    }

    @Test
    void oneWhoCannotBeErasedStopsNoOther() {
        takenBack(() -> {
            nobodyElseHasLeft();
            leaves();
            leaves(cluster + "-m6");
            jdbc.sql("create trigger refused before update on klyngeflow.person for each row when (old.person_id = '"
                            + canary + "') execute function klyngeflow.refuse_change()")
                    .update();
            clock.advance(Duration.ofDays(370));
            night.forget(leavers);
            assertThat(isErased()).isFalse();
            assertThat(isErased(cluster + "-m6")).isTrue();
        });
    }

    private void named(String person, String as) {
        jdbc.sql("update klyngeflow.person set name = ? where person_id = ?")
                .params(as, person)
                .update();
    }

    private void letter(String sender, String body) {
        jdbc.sql("""
                        insert into klyngeflow.letter (cluster_id, sender, sender_name, subject, body, note, received_at)
                        values (?, ?, 'K.', 'Hej', ?, '', now())""").params(cluster, sender, body).update();
    }

    private List<String> bodies() {
        return jdbc.sql("select body from klyngeflow.letter where cluster_id = ?")
                .param(cluster)
                .query(String.class)
                .list();
    }

    @Test
    void leaversOfARunningClusterGoAfterAYear() {
        takenBack(() -> {
            nobodyElseHasLeft();
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
        return isErased(canary);
    }

    private boolean isErased(String person) {
        return jdbc.sql("select erased_at is not null from klyngeflow.person where person_id = :id")
                .param("id", person)
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
        Map<String, List<Column>> tables = columns("'text', 'varchar', 'jsonb', 'json', '_text', 'bytea'").stream()
                .collect(Collectors.groupingBy(column -> column.schema() + "." + column.table()));
        Set<String> found = new TreeSet<>();
        tables.forEach((table, columns) -> {
            String words = columns.stream()
                    .filter(column -> !column.type().equals("bytea"))
                    .map(column -> ", \"" + column.name() + "\"::text")
                    .collect(Collectors.joining());
            String files = columns.stream()
                    .filter(column -> column.type().equals("bytea"))
                    .map(column -> List.of("name", "mail", "phone").stream()
                            .map(hers -> " or position(convert_to(:%s, 'UTF8') in \"%s\") > 0"
                                    .formatted(hers, column.name()))
                            .collect(Collectors.joining()))
                    .collect(Collectors.joining());
            boolean stands = jdbc.sql("select exists (select from " + table + " where lower(concat_ws(e'\\n'" + words
                            + ")) like any (array['%' || lower(:name) || '%', '%' || lower(:mail) || '%', '%' || :phone || '%'])"
                            + files + ")")
                    .param("name", name)
                    .param("mail", mail)
                    .param("phone", PHONE)
                    .query(Boolean.class)
                    .single();
            if (stands) {
                found.add(columns.get(0).table());
            }
        });
        return found;
    }
}
