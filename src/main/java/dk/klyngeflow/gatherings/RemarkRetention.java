package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets at night what guests said about food and to the coordinator, three months after the meeting, as the answers to its dates. */
@Component
class RemarkRetention {

    private static final Logger LOG = LoggerFactory.getLogger(RemarkRetention.class);
    private static final int MONTHS = 3;

    private final Diets diets;
    private final CopenhagenTime time;

    RemarkRetention(Diets diets, CopenhagenTime time) {
        this.diets = diets;
        this.time = time;
    }

    @Scheduled(cron = "0 57 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldRemarks() {
        int forgotten = diets.forget(time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant());
        if (forgotten > 0) {
            LOG.info("what {} guests said about food and to the coordinator forgotten", forgotten);
        }
    }
}
