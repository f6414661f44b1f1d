package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes at night who was asked and who could come when, three months after the last date of a poll: nobody needs it any longer. */
@Component
class PollRetention {

    private static final Logger LOG = LoggerFactory.getLogger(PollRetention.class);
    private static final int MONTHS = 3;

    private final DatePolls polls;
    private final CopenhagenTime time;

    PollRetention(DatePolls polls, CopenhagenTime time) {
        this.polls = polls;
        this.time = time;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldAnswers() {
        int forgotten = polls.forget(time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant());
        if (forgotten > 0) {
            LOG.info("who was asked in {} old date polls deleted", forgotten);
        }
    }
}
