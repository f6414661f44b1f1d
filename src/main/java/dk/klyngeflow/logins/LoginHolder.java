package dk.klyngeflow.logins;

import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Identities;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whose log-in it is: somebody with a post, who is written to as the cluster's own, or an administrator without one, who is written to in
 * the name of the platform and at the address of her user.
 */
@Component
class LoginHolder {

    private static final String PLATFORM = "klyngeflow";
    /** As a link calls whoever is of no cluster. */
    private static final String OUTSIDE = "guest:";

    private final People people;
    private final Identities identities;

    LoginHolder(People people, Identities identities) {
        this.people = people;
        this.identities = identities;
    }

    record Login(String clusterId, String personId) {}

    /** Empty for whoever neither holds a post nor is an administrator with an address. */
    Optional<Login> find(String personId) {
        return people.clusterOf(personId)
                .map(cluster -> new Login(cluster, personId))
                .or(() -> Optional.of(new Login(PLATFORM, personId))
                        .filter(login -> mail(login).isPresent()));
    }

    /** Everybody who has this address. */
    List<Login> withMail(String address) {
        List<Login> found = people.withMail(address).stream()
                .map(each -> new Login(each.clusterId(), each.personId()))
                .toList();
        Stream<Login> others = identities.administrators().entrySet().stream()
                .filter(each -> each.getValue().equalsIgnoreCase(address))
                .map(each -> new Login(PLATFORM, each.getKey()))
                .filter(each -> people.clusterOf(each.personId()).isEmpty());
        return Stream.concat(found.stream(), others).toList();
    }

    String holder(String clusterId, String personId) {
        return clusterId.equals(PLATFORM) ? OUTSIDE + personId : personId;
    }

    String person(String holder) {
        return holder.startsWith(OUTSIDE) ? holder.substring(OUTSIDE.length()) : holder;
    }

    /** False for a link of an administrator who is none any longer. */
    boolean isStill(String clusterId, String personId) {
        return !clusterId.equals(PLATFORM) || identities.isAdministrator(personId);
    }

    Recipient recipient(String clusterId, String personId) {
        return clusterId.equals(PLATFORM)
                ? Recipient.address(mail(new Login(clusterId, personId)).orElseThrow(), personId)
                : Recipient.person(personId);
    }

    private Optional<String> mail(Login login) {
        return Optional.ofNullable(identities.administrators().get(login.personId()))
                .filter(address -> !address.isBlank());
    }
}
