package dk.klyngeflow.logins;

import dk.klyngeflow.members.ClusterOpened;
import dk.klyngeflow.members.PostEnded;
import dk.klyngeflow.members.PostGiven;
import dk.klyngeflow.security.SecurityLog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into the security log who has got or lost access by a post. */
@Component
class LoginsInTheLog {

    private final SecurityLog log;

    LoginsInTheLog(SecurityLog log) {
        this.log = log;
    }

    @EventListener
    void opened(ClusterOpened opened) {
        log.note(SecurityLog.Kind.CLUSTER_OPENED, "", opened.clusterId(), "");
    }

    @EventListener
    void given(PostGiven given) {
        log.note(
                SecurityLog.Kind.POST_GIVEN,
                given.personId(),
                given.clusterId(),
                given.post().danish());
    }

    @EventListener
    void ended(PostEnded ended) {
        log.note(
                SecurityLog.Kind.POST_ENDED,
                ended.personId(),
                ended.clusterId(),
                ended.post().danish());
    }
}
