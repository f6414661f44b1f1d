package dk.klyngeflow.bankstatements;

import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import org.springframework.stereotype.Component;

/** Who may see what the bank says, and who holds it against the ledger: whoever posts, which is the secretary and the treasurer. */
@Component
class BankBooks {

    private static final Role[] READERS = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;
    private final People people;
    private final Clusters clusters;

    BankBooks(CurrentPerson person, People people, Clusters clusters) {
        this.person = person;
        this.people = people;
        this.clusters = clusters;
    }

    void requireToRead(String clusterId) {
        person.require(clusterId, READERS);
        if (clusters.find(clusterId).isEmpty()) {
            throw Refused.notFound();
        }
    }

    /** @return who does it */
    String requireToWork(String clusterId) {
        requireToRead(clusterId);
        if (!mayWork(clusterId)) {
            throw Refused.forbidden("Kun sekretæren og kassereren kan læse kontoudtog ind og afstemme dem.");
        }
        return person.requireId();
    }

    boolean mayWork(String clusterId) {
        return person.hasRole(clusterId, Role.SECRETARY) || isTreasurer(clusterId);
    }

    /** @return who does it */
    String requireTreasurer(String clusterId) {
        requireToRead(clusterId);
        if (!isTreasurer(clusterId)) {
            throw Refused.forbidden("Kun kassereren kan låse regnskabsåret.");
        }
        return person.requireId();
    }

    boolean isTreasurer(String clusterId) {
        return person.id()
                .filter(id -> people.holding(clusterId, Post.TREASURER).stream()
                        .anyMatch(holder -> holder.id().equals(id)))
                .isPresent();
    }
}
