package dk.klyngeflow.year;

import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterOpened;
import dk.klyngeflow.members.Clusters;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives every cluster its year: when it is opened what is left of that year, and those that were open before there were years the same.
 * Clockwork of our own, which tests switch off like all of it.
 */
@Component
@ConditionalOnProperty(name = "klyngeflow.schedules", havingValue = "true", matchIfMissing = true)
class NewYears {

    private static final Logger LOG = LoggerFactory.getLogger(NewYears.class);

    private final Clusters clusters;
    private final Years years;
    private final YearWatch watch;

    NewYears(Clusters clusters, Years years, YearWatch watch) {
        this.clusters = clusters;
        this.years = years;
        this.watch = watch;
    }

    @EventListener
    void opened(ClusterOpened opened) {
        years.see(opened.clusterId());
    }

    /** Once, before the years are seen to. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ofEach(years::keepOneCase);
        look();
    }

    @Scheduled(cron = "0 0 7 * * *", zone = "Europe/Copenhagen")
    void look() {
        ofEach(watch::see);
    }

    /** Every node does it, and the second finds everything done; one cluster that fails stops no other. */
    private void ofEach(Consumer<String> what) {
        for (Cluster cluster : clusters.all()) {
            try {
                what.accept(cluster.id());
            } catch (RuntimeException e) {
                // the message of a database error may quote a row
                LOG.error(
                        "the year of {} is not seen to: {}; tried again tomorrow",
                        cluster.id(),
                        e.getClass().getName());
            }
        }
    }
}
