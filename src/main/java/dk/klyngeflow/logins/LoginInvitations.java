package dk.klyngeflow.logins;

import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.PostGiven;
import dk.klyngeflow.security.PasswordChanged;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Role;
import java.util.Arrays;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Mails a link to choose a password to whoever has got a post with Tasklist and has none yet. */
@Component
class LoginInvitations {

    private final PasswordLinks links;
    private final Passwords passwords;
    private final People people;
    private final Clusters clusters;
    private final TransactionOperations transaction;

    LoginInvitations(
            PasswordLinks links,
            Passwords passwords,
            People people,
            Clusters clusters,
            TransactionOperations transaction) {
        this.links = links;
        this.passwords = passwords;
        this.people = people;
        this.clusters = clusters;
        this.transaction = transaction;
    }

    @EventListener
    void given(PostGiven post) {
        if (post.post().role().isStaff() && people.isOf(post.clusterId(), post.personId())) {
            invite(post.clusterId(), post.personId());
        }
    }

    /** Posts that were given for later begin in the morning. */
    @Scheduled(cron = "0 40 6 * * *", zone = "Europe/Copenhagen")
    void inviteAll() {
        clusters.all().stream()
                .map(Cluster::id)
                .forEach(cluster -> transaction.executeWithoutResult(status -> Arrays.stream(Role.values())
                        .filter(Role::isStaff)
                        .flatMap(role -> people.holding(cluster, role).stream())
                        .map(Person::id)
                        .distinct()
                        .forEach(person -> invite(cluster, person))));
    }

    private void invite(String clusterId, String personId) {
        if (passwords.areKeptHere() && passwords.hasNone(personId) && !links.wasInvited(personId)) {
            links.send(clusterId, personId, PasswordLinks.Kind.INVITED);
        }
    }

    /** Whatever was mailed to her opens nothing any longer. */
    @EventListener
    void changed(PasswordChanged changed) {
        links.endAllOf(changed.personId());
    }
}
