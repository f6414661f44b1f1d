package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.mail.AddressConfirmations;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wishes from the open page. One mail goes to the address and says nothing that was typed; only when whoever reads it says so there is a
 * cluster to found. What nobody confirms is gone after two days.
 */
@Repository
class FoundingWishes {

    static final String PURPOSE = "founding-start";
    static final String CONFIRM_MAIL = "founding-confirm";

    /** Whose mails are sent before there is a cluster. */
    private static final String PLATFORM = "klyngeflow";

    private static final Logger LOG = LoggerFactory.getLogger(FoundingWishes.class);
    private static final Rows<FoundingWish> ROW = Rows.of(FoundingWish.class, "founding_wish");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final FoundingStarts starts;
    private final AddressConfirmations confirmations;

    FoundingWishes(JdbcClient jdbc, CopenhagenTime time, FoundingStarts starts, AddressConfirmations confirmations) {
        this.jdbc = jdbc;
        this.time = time;
        this.starts = starts;
        this.confirmations = confirmations;
    }

    /** True when so many want a cluster today that no more are taken. */
    boolean isFull() {
        return confirmations.isFull(PLATFORM, PURPOSE);
    }

    /** Mails the link, unless the address has had enough of them; whoever asks is told the same either way. */
    @Transactional
    public void ask(FoundingWish.Wanted wanted, FoundingWish.Founder founder) {
        AddressConfirmations.Asking asking =
                new AddressConfirmations.Asking(PLATFORM, PURPOSE, CONFIRM_MAIL, founder.mail(), wanted.clusterName());
        if (!confirmations.mayAsk(asking)) {
            return;
        }
        FoundingWish wish = new FoundingWish(UUID.randomUUID(), wanted, founder, time.now(), null);
        jdbc.sql("""
                        insert into klyngeflow.founding_wish
                          (wish_id, cluster_name, region_name, provider_number, practice_name, patients, name, mail, asked_at)
                        values (:wish_id, :cluster_name, :region_name, :provider_number, :practice_name, :patients, :name,
                          :mail, :asked_at)""").params(ROW.values(wish)).update();
        String id = wish.wishId().toString();
        confirmations.mail(asking, id);
        LOG.info("founding wish {} waits for its address to be confirmed", id);
    }

    Optional<FoundingWish> find(String id) {
        return jdbc.sql("select * from klyngeflow.founding_wish where wish_id = :id")
                .param("id", UUID.fromString(id))
                .query(ROW)
                .optional();
    }

    boolean isOver(FoundingWish wish) {
        return wish.clusterId() != null || confirmations.isOver(wish.askedAt());
    }

    /** The address is hers: the cluster begins to be founded. A second time changes nothing. */
    @Transactional
    public void confirm(FoundingWish asked) {
        FoundingWish wish = jdbc.sql("select * from klyngeflow.founding_wish where wish_id = :id for update")
                .param("id", asked.wishId())
                .query(ROW)
                .single();
        if (isOver(wish)) {
            return;
        }
        String cluster = starts.begin(wish.wanted(), wish.founder());
        jdbc.sql("update klyngeflow.founding_wish set cluster_id = :cluster where wish_id = :id")
                .param("cluster", cluster)
                .param("id", wish.wishId())
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.founding_wish where asked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
