package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Forgets;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import java.time.Instant;
import java.time.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees every day which statements are missing, and forgets with the accounting year which were. */
@Component
class StatementWatch implements Forgets {

    private static final Logger LOG = LoggerFactory.getLogger(StatementWatch.class);

    private final Clusters clusters;
    private final MissingStatements missing;

    StatementWatch(Clusters clusters, MissingStatements missing) {
        this.clusters = clusters;
        this.missing = missing;
    }

    /** Every node does it, and the second finds everything done; one cluster that fails stops no other. */
    @Scheduled(cron = "0 15 7 * * *", zone = "Europe/Copenhagen")
    void look() {
        for (Cluster cluster : clusters.all()) {
            try {
                missing.see(cluster.id());
            } catch (RuntimeException e) {
                // the message of a database error may quote a row
                LOG.error(
                        "the statements of {} are not seen to: {}; tried again tomorrow",
                        cluster.id(),
                        e.getClass().getName());
            }
        }
    }

    @Override
    public String what() {
        return "Efterlyste kontoudtog, regnet fra udgangen af regnskabsåret";
    }

    @Override
    public Period after() {
        return Period.ofYears(5);
    }

    @Override
    public int forget(Instant before) {
        return missing.forget(CopenhagenTime.dayOf(before).getYear() - 1);
    }
}
