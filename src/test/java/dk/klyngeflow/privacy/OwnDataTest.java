package dk.klyngeflow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.election.EveryStateOfElections;
import dk.klyngeflow.founding.EveryStateOfModels;
import dk.klyngeflow.invoices.EveryStateOfInvoices;
import dk.klyngeflow.meetings.EveryStateOfMeetings;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever table names a person is in her file, under a Danish heading; a vote never is. */
@KlyngeflowTest
class OwnDataTest {

    private static final Set<String> SEALED = Set.of("ballot_envelope", "ballot_strike_off");

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
    OwnData data;

    @Autowired
    PlacesOfPeople places;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void everyTableThatRefersToPeopleHasAHeading() {
        List<String> referring = jdbc.sql("""
                        select distinct r.relname from pg_constraint c join pg_class r on r.oid = c.conrelid
                        where c.contype = 'f' and c.confrelid = 'klyngeflow.person'::regclass""").query(String.class).list();
        List<String> named = jdbc.sql("""
                        select distinct table_name from information_schema.columns
                        where table_schema = 'klyngeflow' and column_name in
                          ('person_id', 'holder', 'helper', 'voter', 'sender', 'who', 'claimant_id', 'set_by', 'stored_by')""").query(String.class).list();

        assertThat(referring)
                .hasSizeGreaterThan(20)
                .allMatch(table -> places.danish(table).isPresent());
        assertThat(named)
                .filteredOn(table -> !SEALED.contains(table))
                .allMatch(table -> places.danish(table).isPresent());
    }

    /** Those with a heading are those a person can be in; numbers for programs and what is never handed out stand in no page. */
    @Test
    void everyColumnThatPeopleReadHasADanishWord() {
        List<String> columns = jdbc.sql("""
                        select distinct table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'klyngeflow' and udt_name <> 'bytea' and column_name not like '%\\_id'
                          and column_name not in ('password_mark', 'dedupe_hash', 'lease', 'content', 'sealed')
                        order by 1""").query(String.class).list().stream()
                .filter(column ->
                        places.danish(column.substring(0, column.indexOf('.'))).isPresent())
                .toList();

        assertThat(columns).hasSizeGreaterThan(300);
        assertThat(columns)
                .filteredOn(column -> places.danishColumn(column.substring(column.indexOf('.') + 1))
                        .isEmpty())
                .as("words for templates/own-data.properties")
                .isEmpty();
    }

    @Test
    void momentsDaysAndYesAndNoAreReadAsPeopleReadThem() {
        assertThat(OwnDataValues.danish("2026-11-29 05:03:07.120045+00")).isEqualTo("29. november 2026 kl. 6.03");
        assertThat(OwnDataValues.danish("2026-07-01 05:03:07+00")).isEqualTo("1. juli 2026 kl. 7.03");
        assertThat(OwnDataValues.danish("2026-11-29")).isEqualTo("29. november 2026");
        assertThat(OwnDataValues.danish("t")).isEqualTo("ja");
        assertThat(OwnDataValues.danish("2026-11-29 eller senere")).isEqualTo("2026-11-29 eller senere");
    }

    @Test
    void thePageIsDanish_andWhatOnlyProgramsReadStandsInTheOtherFile() throws IOException {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);

        String page = entry(cluster + "-koordinator", ".html");

        assertThat(page)
                .contains("<dd>medlem</dd>", "<dd>koordinator</dd>", "<dd>Vælg adgangskode</dd>")
                .doesNotContain("MEMBER", "SENT", "&quot;", "{}", "<dd>" + cluster + "-koordinator</dd>");
    }

    @Test
    void whereverAnIdStandsInTheDatabaseItsRowsAreInTheFile() throws IOException {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);
        invoices.areIn(cluster);
        meetings.areIn(cluster);
        elections.areIn(cluster);
        models.areIn(cluster);
        String coordinator = cluster + "-koordinator";

        JsonNode file = file(coordinator);

        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (String table : tablesThatName(coordinator)) {
            found++;
            if (!file.has(places.danish(table).orElse(table))) {
                missing.add(table);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(10);
        assertThat(file.toString())
                .contains("Anne Holm", "Opgaver, du har haft")
                .doesNotContain("password_mark", "dedupe_hash", "bent@" + cluster);
    }

    @Test
    void ofASharedMailboxAndOfWhatSheOnlyDidNothingOfOthersIsGiven() throws IOException {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);
        String member = cluster + "-m5";
        String shared = "post@" + cluster + ".example";
        setMail(member, shared);
        jdbc.sql("""
                        insert into klyngeflow.letter (cluster_id, sender, sender_name, subject, body, note, received_at)
                        values (?, ?, 'K.', 'Hej', 'Fortroligt', '', now())""").params(cluster, shared).update();
        jdbc.sql("""
                        insert into klyngeflow.practice_size (cluster_id, provider_number, from_day, patients, set_by, set_at)
                        values (?, '980102', '2031-01-01', 54321, ?, now())""").params(cluster, member).update();

        assertThat(file(member).toString())
                .contains("Fortroligt", "\"set_by\":\"" + member + "\"", "2031-01-01")
                .doesNotContain("54321");

        setMail(cluster + "-m6", shared.toUpperCase(java.util.Locale.ROOT));
        assertThat(file(member).toString()).doesNotContain("Fortroligt").contains("\"MEMBER\"");
    }

    private void setMail(String person, String mail) {
        jdbc.sql("update klyngeflow.person set mail = ? where person_id = ?")
                .params(mail, person)
                .update();
    }

    /** Asked otherwise than the file asks: a whole row as text, with the id as one of its values. */
    private List<String> tablesThatName(String person) {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'klyngeflow' and table_type = 'BASE TABLE'""").query(String.class).list().stream()
                .filter(table -> !SEALED.contains(table))
                .filter(table -> jdbc.sql("select count(*) from klyngeflow." + table
                                        + " t cross join lateral jsonb_each(to_jsonb(t)) v"
                                        + " where v.value = to_jsonb(:person::text)")
                                .param("person", person)
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    private JsonNode file(String person) throws IOException {
        return json.readTree(entry(person, ".json"));
    }

    private String entry(String person, String ending) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(data.of(person)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(ending)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + ending + " in the file");
    }
}
