package dk.klyngeflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a piece of work in a transaction of its own, and once more when somebody else changed the same case in that moment: when many answer
 * at once, nobody should be told to try again.
 */
@Component
public class AgainOnConflict {

    private static final int ATTEMPTS = 4;

    private final TransactionTemplate transaction;

    AgainOnConflict(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** @param work that leaves nothing behind when its transaction is rolled back */
    public <T> T call(Supplier<T> work) {
        return call(work, true);
    }

    /** Does the work to see what comes of it, and takes it back. */
    public <T> T takenBack(Supplier<T> work) {
        return call(work, false);
    }

    private <T> T call(Supplier<T> work, boolean isKept) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> {
                    if (!isKept) {
                        status.setRollbackOnly();
                    }
                    return work.get();
                });
            } catch (OptimisticLockingException | ConcurrencyFailureException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }
}
