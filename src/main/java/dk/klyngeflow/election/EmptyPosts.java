package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Post;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** On the morning of a working day: where a post has fallen vacant an election begins by itself, once. */
@Component
class EmptyPosts {

    private static final Logger LOG = LoggerFactory.getLogger(EmptyPosts.class);
    private static final List<Post> WATCHED = List.of(Post.COORDINATOR, Post.CHAIR, Post.TREASURER, Post.AUDITOR);

    private final Clusters clusters;
    private final ElectionPlanning planning;
    private final CopenhagenTime time;

    EmptyPosts(Clusters clusters, ElectionPlanning planning, CopenhagenTime time) {
        this.clusters = clusters;
        this.planning = planning;
        this.time = time;
    }

    /** Every node does it, and the second finds one under way; one cluster that fails stops no other. */
    @Scheduled(cron = "0 20 9 * * *", zone = "Europe/Copenhagen")
    public void look() {
        if (!WorkingDays.isWorkingDay(time.today())) {
            return;
        }
        for (Cluster cluster : clusters.all()) {
            for (Post post : WATCHED) {
                look(cluster.id(), post);
            }
        }
    }

    private void look(String clusterId, Post post) {
        try {
            planning.fill(clusterId, post);
        } catch (RuntimeException e) {
            // the message of a database error may quote a row
            LOG.error(
                    "no election of {} begins in {}: {}; tried again tomorrow",
                    post,
                    clusterId,
                    e.getClass().getName());
        }
    }
}
