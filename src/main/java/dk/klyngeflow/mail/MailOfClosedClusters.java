package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What waits for a cluster when it is closed would lead to links that are dead. */
@Component
class MailOfClosedClusters {

    private final Mails mails;
    private final CopenhagenTime time;

    MailOfClosedClusters(Mails mails, CopenhagenTime time) {
        this.mails = mails;
        this.time = time;
    }

    @EventListener
    void closed(ClusterClosed closed) {
        mails.passOverAllOf(closed.clusterId(), time.now());
    }
}
