package dk.klyngeflow.engine;

import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets at night what need not be kept any longer, each kind in a transaction of its own: one that fails stops no other. */
@Component
public class NightWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);

    private final ObjectProvider<Forgets> kinds;
    private final TransactionOperations transaction;
    private final CopenhagenTime time;

    NightWatch(ObjectProvider<Forgets> kinds, TransactionOperations transaction, CopenhagenTime time) {
        this.kinds = kinds;
        this.transaction = transaction;
        this.time = time;
    }

    /** @param after Danish, as in {@code 3 måneder} */
    public record Kept(String what, String after) {}

    /** What is forgotten and after how long, for people to read; the shortest first. */
    public List<Kept> list() {
        return kinds.stream()
                .sorted(Comparator.<Forgets>comparingLong(kind -> kind.after().toTotalMonths())
                        .thenComparingInt(kind -> kind.after().getDays())
                        .thenComparing(Forgets::what))
                .map(kind -> new Kept(kind.what(), danish(kind.after())))
                .toList();
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Copenhagen")
    void forgetAll() {
        kinds.forEach(kind -> {
            try {
                int forgotten = forget(kind);
                if (forgotten > 0) {
                    LOG.info("forgotten: {} of {}", forgotten, kind.getClass().getSimpleName());
                }
            } catch (RuntimeException e) {
                // the message of a database error may quote a row, which is personal data
                LOG.error(
                        "{} forgot nothing: {}; it is tried again the next night",
                        kind.getClass().getSimpleName(),
                        e.getClass().getName());
            }
        });
    }

    /** @return how many */
    public int forget(Forgets kind) {
        Integer forgotten = transaction.execute(status -> kind.forget(time.today()
                .minus(kind.after())
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant()));
        return forgotten == null ? 0 : forgotten;
    }

    private static String danish(Period after) {
        if (after.isZero()) {
            return "samme nat";
        }
        if (after.toTotalMonths() == 0) {
            return after.getDays() + " dage";
        }
        return after.getYears() > 0 ? after.getYears() + " år" : after.getMonths() + " måneder";
    }
}
