package dk.klyngeflow.bills;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened to each invoice and what people wrote about it, in order. Only ever added to. */
@Repository
public class InvoiceEvents {

    /** What can happen, in Danish. */
    public enum Kind {
        RECEIVED("Modtaget"),
        CODED("Kontrolleret og konteret"),
        ASKED("Spurgt afsender"),
        ANSWERED("Svar modtaget"),
        MEMBERS_ASKED("Medlemmerne spurgt"),
        APPROVED("Godkendt"),
        SENT_BACK("Sendt tilbage til kontrol"),
        REJECTED("Afvist"),
        WITHDRAWN("Trukket tilbage"),
        DISCARDED("Lagt til side"),
        POSTED("Bogført"),
        REVERSED("Bogføring taget tilbage"),
        PAYMENT_FILE("Betalingsfil lavet"),
        NOT_PAID("Ikke betalt"),
        OFFSET("Modregnet"),
        REFUNDED("Betalt tilbage af leverandøren"),
        PAID("Betalt"),
        SENT_TO_PLO("Sendt til PLO"),
        REMINDED("Mindet om forfald"),
        ESCALATED("Løftet et trin");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /** @param personId null when the system did it */
    public record Event(Kind kind, @Nullable String personId, String text, Instant at) {}

    private static final Rows<Event> EVENT = Rows.of(Event.class, "invoice_event");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    InvoiceEvents(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public void add(Invoice invoice, Kind kind, @Nullable String personId, String text) {
        jdbc.sql("""
                        insert into klyngeflow.invoice_event (cluster_id, invoice_id, kind, person_id, text, at)
                        values (:cluster, :id, :kind, :person, :text, :at)""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .param("kind", kind.name())
                .param("person", personId)
                .param("text", text)
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    public List<Event> of(Invoice invoice) {
        return jdbc.sql("""
                        select kind, person_id, text, at from klyngeflow.invoice_event
                        where cluster_id = :cluster and invoice_id = :id order by event_id""")
                .param("cluster", invoice.clusterId())
                .param("id", invoice.id())
                .query(EVENT)
                .list();
    }

    public Optional<Event> last(Invoice invoice, Kind kind) {
        return of(invoice).stream().filter(event -> event.kind() == kind).reduce((first, second) -> second);
    }
}
