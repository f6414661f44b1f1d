package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KlyngeflowTest
class DocumentsTest {

    static final String CLUSTER = "arkivklyngen";

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Clusters clusters;

    @Autowired
    ClusterRegister register;

    @BeforeEach
    void aCluster() {
        for (String id : List.of(CLUSTER, "naboklyngen")) {
            if (clusters.find(id).isEmpty()) {
                register.open(
                        new Cluster(id, "Klynge " + id, null, PaymentMode.PLO, id + "@klynge.example", "Nord", null),
                        List.of(),
                        List.of());
            }
        }
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void keepsWhatItGets() {
        byte[] pdf = "%PDF-1.7 æøå".getBytes(StandardCharsets.UTF_8);

        Document stored = documents.store(CLUSTER, "..\\C:\\Faktura æøå.pdf", pdf, "sekretaer");

        assertThat(documents.find(CLUSTER, stored.id())).contains(stored);
        assertThat(documents.content(CLUSTER, stored.id())).isEqualTo(pdf);
        assertThat(stored.fileName()).isEqualTo("Faktura æøå.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.sha256()).isEqualTo(Documents.sha256(pdf));
    }

    @Test
    void anotherClusterKnowsNothingOfIt() {
        Document stored = documents.store(CLUSTER, "a.pdf", new byte[] {1}, "sekretaer");

        assertThat(documents.find("naboklyngen", stored.id())).isEmpty();
        assertThatThrownBy(() -> documents.content("naboklyngen", stored.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThatThrownBy(() -> documents.store(CLUSTER, "a.pdf", new byte[Documents.LARGEST + 1], "sekretaer"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("10,0 MB")
                .hasMessageContaining("højst 10 MB");
        assertThat(documents
                        .store(CLUSTER, "a.pdf", new byte[Documents.LARGEST], "sekretaer")
                        .size())
                .isEqualTo(Documents.LARGEST);
    }

    @Test
    void theDatabaseRefusesToChangeADocument() {
        Document stored = documents.store(CLUSTER, "a.pdf", new byte[] {1, 2, 3}, "sekretaer");

        for (String change : List.of(
                "content = '\\x00'",
                "file_name = 'b.pdf'",
                "sha256 = repeat('0', 64)",
                "keep_until = date '2000-01-01'")) {
            assertThatThrownBy(() -> jdbc.sql("update klyngeflow.document set " + change + " where id = :id")
                            .param("id", stored.id())
                            .update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(documents.content(CLUSTER, stored.id())).containsExactly(1, 2, 3);
    }

    @Test
    void theDatabaseRefusesAWrongHash() {
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into klyngeflow.document values
                                ('x', :cluster, 'a', 'b/c', 1, repeat('0', 64), '\\x01', 'p', now(), current_date)
                                """).param("cluster", CLUSTER).update())
                .hasMessageContaining("document_hash_is_true");
    }

    @Test
    void deletesWhatIsOutdatedAndKeepsTheRest() {
        Document old = documents.store(CLUSTER, "old.pdf", new byte[] {1}, "sekretaer");
        Document prolonged = documents.store(CLUSTER, "needed.pdf", new byte[] {2}, "sekretaer");
        documents.keepForAccountingYear(CLUSTER, prolonged.id(), 2027);
        documents.keepForAccountingYear(CLUSTER, prolonged.id(), 2020);

        clock.set(Instant.parse("2031-12-31T12:00:00Z"));
        documents.deleteOutdated();
        assertThat(documents.find(CLUSTER, old.id())).isPresent();

        clock.set(Instant.parse("2032-01-01T12:00:00Z"));
        documents.deleteOutdated();
        assertThat(documents.find(CLUSTER, old.id())).isEmpty();
        assertThat(documents.find(CLUSTER, prolonged.id())).isPresent();
    }
}
