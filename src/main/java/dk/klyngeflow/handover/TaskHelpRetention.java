package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets at night who was asked about what more than six months ago; what was decided stands in the case. */
@Component
class TaskHelpRetention {

    private static final Logger LOG = LoggerFactory.getLogger(TaskHelpRetention.class);
    private static final int MONTHS = 6;

    private final TaskHelps helps;
    private final Links links;
    private final CopenhagenTime time;

    TaskHelpRetention(TaskHelps helps, Links links, CopenhagenTime time) {
        this.helps = helps;
        this.links = links;
        this.time = time;
    }

    @Scheduled(cron = "0 52 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldHelp() {
        List<TaskHelp> old = helps.askedBefore(time.today()
                .minusMonths(MONTHS)
                .atStartOfDay(CopenhagenTime.ZONE)
                .toInstant());
        for (TaskHelp help : old) {
            links.endAll(help.clusterId(), MemberHelp.PURPOSE, help.helpId());
            helps.forget(help);
        }
        if (!old.isEmpty()) {
            LOG.info("{} old questions about tasks forgotten", old.size());
        }
    }
}
