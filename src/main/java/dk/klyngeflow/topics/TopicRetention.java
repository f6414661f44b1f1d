package dk.klyngeflow.topics;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets at night who voted for which topic more than three months ago. */
@Component
class TopicRetention {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRetention.class);
    private static final int MONTHS = 3;

    private final Topics topics;
    private final CopenhagenTime time;

    TopicRetention(Topics topics, CopenhagenTime time) {
        this.topics = topics;
        this.time = time;
    }

    @Scheduled(cron = "0 55 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldVotes() {
        Instant before = time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant();
        int forgotten = topics.forgetVotes(before);
        if (forgotten > 0) {
            LOG.info("{} votes for topics forgotten", forgotten);
        }
    }
}
