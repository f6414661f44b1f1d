package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelReviews;
import dk.klyngeflow.localmodel.PlannedReviews;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A year after a model has come into force the members are asked again; never in July, when half of them are away. */
@Component
public class ModelsYear implements ModelReviews {

    private static final Logger LOG = LoggerFactory.getLogger(ModelsYear.class);

    private final Clusters clusters;
    private final LocalModels models;
    private final ModelCases cases;
    private final ClusterSettings settings;
    private final CopenhagenTime time;
    private final ObjectProvider<PlannedReviews> plans;

    ModelsYear(
            Clusters clusters,
            LocalModels models,
            ModelCases cases,
            ClusterSettings settings,
            CopenhagenTime time,
            ObjectProvider<PlannedReviews> plans) {
        this.plans = plans;
        this.clusters = clusters;
        this.models = models;
        this.cases = cases;
        this.settings = settings;
        this.time = time;
    }

    /** Every node does it, and the second finds one under way; one cluster that fails stops no other. */
    @Scheduled(cron = "0 10 9 * * *", zone = "Europe/Copenhagen")
    public void turn() {
        LocalDate today = time.today();
        if (today.getMonth() == Month.JULY || !WorkingDays.isWorkingDay(today)) {
            return;
        }
        for (Cluster cluster : clusters.all()) {
            int months = settings.get(cluster.id(), FoundingSettings.REVIEW_MONTHS);
            if (months > 0
                    && !isPlanned(cluster.id())
                    && models.isDueForReview(cluster.id(), today.minusMonths(months))) {
                tryToBegin(cluster.id());
            }
        }
    }

    /** The cluster's year begins it on the day that it has planned, which somebody may have moved. */
    private boolean isPlanned(String clusterId) {
        return plans.stream().anyMatch(plan -> plan.isPlanned(clusterId));
    }

    @Override
    public Optional<LocalDate> dueOn(String clusterId) {
        int months = settings.get(clusterId, FoundingSettings.REVIEW_MONTHS);
        return months == 0
                ? Optional.empty()
                : models.inForce(clusterId).map(model -> model.effectiveFrom().plusMonths(months));
    }

    @Override
    public boolean begin(String clusterId) {
        return cases.beginByItself(clusterId);
    }

    private void tryToBegin(String clusterId) {
        try {
            cases.beginByItself(clusterId);
        } catch (RuntimeException e) {
            // the message of a database error may quote a row
            LOG.error(
                    "the model of {} is not looked at again: {}; tried again tomorrow",
                    clusterId,
                    e.getClass().getName());
        }
    }
}
