package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was kept before a migration is read as before after it. */
class OldRowsTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestParts.newDatabase(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void theKindOfAClaimLeavesTheFormatOfItsFile() {
        upTo("191");
        aCluster();
        invoice("F1", "'FEE'", "'anne'");
        invoice("F2", "'OIOUBL'", "null");
        invoice("F3", "null", "null");

        upTo("192");

        assertThat(jdbc.sql("select invoice_id, format, claim_kind from klyngeflow.invoice order by invoice_id")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list())
                .containsExactly("F1 null FEE", "F2 OIOUBL null", "F3 null null");
    }

    @Test
    void whatHappenedToAMeetingIsOfAKindAndASentenceThatNobodyWritesAnyLongerStaysOne() {
        upTo("192");
        aCluster();
        jdbc.sql("""
                        insert into klyngeflow.meeting (cluster_id, meeting_id, business_key, year, number, title, earliest_day, latest_day, minutes, status, uid, created_at)
                        values ('klyngen', 'M', 'klyngen/2026-01', 2026, 1, 'Diabetes', '2026-11-01', '2026-11-30', 120, 'PLANNING', 'uid', now())""").update();
        event("Datoen er valgt", "3. november");
        event("Forplejning er aftalt", "Køkkenet");
        event("Medlemmerne er spurgt", "to gange");
        event("Medlemmerne er spurgt", "");

        upTo("193");

        assertThat(jdbc.sql("select kind, text from klyngeflow.meeting_event order by event_id")
                        .query((row, number) -> Map.entry(row.getString("kind"), row.getString("text")))
                        .list())
                .containsExactly(
                        Map.entry("DATE_CHOSEN", "3. november"),
                        Map.entry("CATERING_BOOKED", "Køkkenet"),
                        Map.entry("OTHER", "Medlemmerne er spurgt: to gange"),
                        Map.entry("OTHER", "Medlemmerne er spurgt"));
    }

    private void upTo(String version) {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(database)
                .schemas("klyngeflow")
                .locations("classpath:db/migration")
                .target(version + "?");
        flyway.load().migrate();
    }

    private void aCluster() {
        jdbc.sql("""
                        insert into klyngeflow.cluster (cluster_id, name, payment_mode, mail, region_name, created_at)
                        values ('klyngen', 'Klyngen', 'PLO', 'klyngen@klyngen.example', 'Nord', now())""").update();
    }

    private void invoice(String id, String format, String claimant) {
        jdbc.sql("""
                        insert into klyngeflow.invoice (cluster_id, invoice_id, status, source, kind, sender_id, received_at, format, claimant_id)
                        values ('klyngen', '%s', 'CHECK', 'UPLOAD', 'INVOICE', 'anne', now(), %s, %s)""".formatted(id, format, claimant)).update();
    }

    private void event(String kind, String text) {
        jdbc.sql("""
                        insert into klyngeflow.meeting_event (cluster_id, meeting_id, kind, text, at)
                        values ('klyngen', 'M', :kind, :text, now())""").param("kind", kind).param("text", text).update();
    }
}
