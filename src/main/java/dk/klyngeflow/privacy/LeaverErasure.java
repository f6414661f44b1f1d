package dk.klyngeflow.privacy;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody who has left all her clusters is kept for ever because nobody thought of it. */
@Component
class LeaverErasure implements Forgets {

    private static final Logger LOG = LoggerFactory.getLogger(LeaverErasure.class);

    /** Every text of the database is looked through for each: not all of a great exodus in one night. */
    private static final int MOST_A_NIGHT = 50;

    private final Erasure erasure;
    private final Period after;
    private final TransactionTemplate each;

    LeaverErasure(
            Erasure erasure,
            @Value("${klyngeflow.erase-leavers-after:P1Y}") Period after,
            PlatformTransactionManager transactions) {
        this.erasure = erasure;
        this.after = after;
        each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String what() {
        return "Navn og mailadresse på folk, der har forladt alle deres klynger";
    }

    @Override
    public Period after() {
        return after;
    }

    @Override
    public int forget(Instant before) {
        return (int) erasure.goneBefore(before.atZone(CopenhagenTime.ZONE).toLocalDate(), MOST_A_NIGHT).stream()
                .filter(this::isErased)
                .count();
    }

    /** Each by herself: one that fails is taken back alone and stops no other. */
    private boolean isErased(String person) {
        try {
            return Boolean.TRUE.equals(each.execute(status -> erasure.erase(person)));
        } catch (RuntimeException e) {
            // the message of a database error may quote a row, which is personal data
            LOG.error(
                    "person {} is not erased: {}; it is tried again the next night",
                    person,
                    e.getClass().getName());
            return false;
        }
    }
}
