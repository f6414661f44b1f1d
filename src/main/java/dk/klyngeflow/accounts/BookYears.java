package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a cluster's books for whoever asks, or refuses: one rule for the page, the answers and the files. */
@Component
class BookYears {

    private final CurrentPerson person;
    private final Clusters clusters;
    private final CopenhagenTime time;

    BookYears(CurrentPerson person, Clusters clusters, CopenhagenTime time) {
        this.person = person;
        this.clusters = clusters;
        this.time = time;
    }

    /**
     * @param year null for the present one
     * @return the year to show
     */
    int open(String clusterId, @Nullable Integer year) {
        person.require(clusterId, Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR);
        requireCluster(clusterId);
        int shown = year == null ? time.today().getYear() : year;
        if (shown < 2000 || shown > 2199) {
            throw Refused.badRequest("Skriv et årstal med fire cifre.");
        }
        return shown;
    }

    void requireMember(String clusterId) {
        person.require(clusterId, Role.values());
        requireCluster(clusterId);
    }

    private void requireCluster(String clusterId) {
        if (clusters.find(clusterId).isEmpty()) {
            throw Refused.notFound();
        }
    }
}
