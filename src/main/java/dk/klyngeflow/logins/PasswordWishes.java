package dk.klyngeflow.logins;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Passwords;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgotten passwords. Asking writes one row, whatever was typed: whether anybody has that address is looked up later and elsewhere, so
 * neither the answer nor the time it takes tells it.
 */
@Component
class PasswordWishes {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordWishes.class);
    private static final int MOST_AN_HOUR = 3;
    private static final int MOST_A_ROUND = 20;

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final LoginHolder holders;
    private final Passwords passwords;
    private final PasswordLinks links;
    private final AddressChanges addresses;
    private final TransactionOperations transaction;
    private volatile boolean isWaiting;

    PasswordWishes(
            JdbcClient jdbc,
            CopenhagenTime time,
            LoginHolder holders,
            Passwords passwords,
            PasswordLinks links,
            AddressChanges addresses,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.time = time;
        this.holders = holders;
        this.passwords = passwords;
        this.links = links;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    /** @param address of a form that can be one; whose it is, if anybody's, is found out by {@link #round} */
    void ask(String address) {
        jdbc.sql("insert into klyngeflow.password_wish (address, asked_at) values (:address, :now)")
                .param("address", address)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Said once: a round comes every five seconds. */
    @Scheduled(fixedDelay = 5_000)
    void rounds() {
        try {
            while (round() == MOST_A_ROUND) {
                // more are waiting
            }
            isWaiting = false;
        } catch (RuntimeException e) {
            if (!isWaiting) {
                LOG.warn(
                        "forgotten passwords wait until a round succeeds: {}",
                        e.getClass().getName());
            }
            isWaiting = true;
        }
    }

    /** @return how many were looked at */
    int round() {
        Integer taken = transaction.execute(status -> {
            List<String> asked = jdbc.sql("""
                            delete from klyngeflow.password_wish where password_wish_id in (
                              select password_wish_id from klyngeflow.password_wish
                              order by password_wish_id limit :most for update skip locked)
                            returning address""")
                    .param("most", MOST_A_ROUND)
                    .query(String.class)
                    .list();
            asked.stream().distinct().forEach(this::send);
            return asked.size();
        });
        return taken == null ? 0 : taken;
    }

    private void send(String address) {
        if (!passwords.areKeptHere()) {
            return;
        }
        holders.withMail(address).forEach(found -> {
            if (addresses.isUnconfirmed(found.personId())) {
                // first it must be known that she reads it: somebody may have changed it for her
                addresses.ask(found.clusterId(), found.personId());
            } else if (links.sentSince(found.personId(), time.now().minus(Duration.ofHours(1))) < MOST_AN_HOUR) {
                links.send(found.clusterId(), found.personId(), PasswordLinks.Kind.FORGOTTEN);
            }
        });
    }
}
