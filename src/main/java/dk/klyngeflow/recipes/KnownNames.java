package dk.klyngeflow.recipes;

import dk.klyngeflow.bookings.Supplier;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.MembersOfAllTimes;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Practices;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The names that a cluster knows, and that have no business in another cluster: its people of all times, practices, suppliers, contacts. */
@Component
class KnownNames {

    private final MembersOfAllTimes members;
    private final Practices practices;
    private final Clusters clusters;
    private final Suppliers suppliers;
    private final Contacts contacts;

    KnownNames(
            MembersOfAllTimes members, Practices practices, Clusters clusters, Suppliers suppliers, Contacts contacts) {
        this.members = members;
        this.practices = practices;
        this.clusters = clusters;
        this.suppliers = suppliers;
        this.contacts = contacts;
    }

    /**
     * @param providers provider numbers
     * @param others of suppliers and contacts
     * @param cluster what the cluster itself is called
     */
    record Names(Set<String> people, Set<String> practices, Set<String> providers, Set<String> others, String cluster) {

        Names {
            people = Set.copyOf(people);
            practices = Set.copyOf(practices);
            providers = Set.copyOf(providers);
            others = Set.copyOf(others);
        }
    }

    Names of(String clusterId) {
        Set<String> people = new LinkedHashSet<>();
        members.posts(clusterId).stream()
                .map(MembersOfAllTimes.PostInTime::name)
                .filter(name -> !name.equals(People.UNKNOWN))
                .forEach(people::add);
        Set<String> houses = new LinkedHashSet<>();
        members.practices(clusterId).forEach(practice -> houses.add(practice.name()));
        List<String> others = new ArrayList<>();
        for (Supplier supplier : suppliers.of(clusterId)) {
            others.add(supplier.name());
            others.add(supplier.contact());
        }
        contacts.of(clusterId).forEach(contact -> others.add(contact.name()));
        return new Names(
                people,
                houses,
                Set.copyOf(practices.providerNumbers(clusterId)),
                new LinkedHashSet<>(
                        others.stream().filter(name -> !name.isBlank()).toList()),
                clusters.find(clusterId).map(Cluster::name).orElse(""));
    }
}
