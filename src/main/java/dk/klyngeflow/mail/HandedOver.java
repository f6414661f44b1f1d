package dk.klyngeflow.mail;

import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says of the mails of one matter when each was handed to the receiving server, which came back and what was done: what an attest is made of. */
@Repository
public class HandedOver {

    /**
     * One mail.
     *
     * @param createdAt when it was put into the outbox
     * @param doneAt when it was handed over, came back or was given up
     * @param attempts more than one when it was tried again
     * @param returnedAt when it had come back, where it was sent again after that
     * @param reason Danish, why it was not; never with an address in it
     */
    public record Handed(
            @Column(isJoined = true) String name,
            @Nullable @Column(value = "recipient_person") String personId,
            String state,
            Instant createdAt,
            @Nullable Instant firstTriedAt,
            @Nullable Instant doneAt,
            int attempts,
            @Nullable String reason,
            @Nullable Instant returnedAt,
            @Nullable String returnedReason) {

        public boolean isHandedOver() {
            return state.equals("SENT");
        }

        public boolean isGivenUp() {
            return state.equals("GIVEN_UP");
        }

        public boolean isWaiting() {
            return state.equals("WAITING");
        }
    }

    static final Rows<Handed> ROW = Rows.of(Handed.class, "mail_outbox");

    private final JdbcClient jdbc;

    HandedOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param key of the mails' model, which has this value */
    public List<Handed> of(String clusterId, String purpose, String key, String value) {
        return jdbc.sql("select o.*, " + People.NAME + """
                         from klyngeflow.mail_outbox o
                        left join klyngeflow.person p on p.person_id = o.recipient_person
                        where o.cluster_id = :cluster and o.purpose = :purpose and o.model ->> :key = :value
                        order by p.name, o.mail_id""")
                .param("cluster", clusterId)
                .param("purpose", purpose)
                .param("key", key)
                .param("value", value)
                .query(ROW)
                .list();
    }
}
