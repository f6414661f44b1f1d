package dk.klyngeflow.members;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shortly after midnight the posts begin and end whose day it is; twice more before the day begins, for what could not be done or was missed. */
@Component
public class PostsOfTheDay {

    private static final Logger LOG = LoggerFactory.getLogger(PostsOfTheDay.class);

    private final Posts posts;

    PostsOfTheDay(Posts posts) {
        this.posts = posts;
    }

    /** Every node does it, and the second finds nothing left; one cluster that fails stops no other. */
    @Scheduled(cron = "0 2 0,3,6 * * *", zone = "Europe/Copenhagen")
    public void turn() {
        for (String cluster : posts.due()) {
            try {
                posts.turn(cluster);
            } catch (RuntimeException e) {
                // the message of a database error may quote a row
                LOG.error(
                        "posts of {} have not turned: {}; tried again in three hours",
                        cluster,
                        e.getClass().getName());
            }
        }
    }
}
