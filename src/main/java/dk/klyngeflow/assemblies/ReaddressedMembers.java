package dk.klyngeflow.assemblies;

import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.AddressChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whose address is changed before an evening has ended has another link to it from now on: by the one that was mailed to the earlier
 * address her vote could be given. Whoever calls the assembly writes to her anew.
 */
@Component
class ReaddressedMembers {

    private final Evenings evenings;
    private final Links links;

    ReaddressedMembers(Evenings evenings, Links links) {
        this.evenings = evenings;
        this.links = links;
    }

    @EventListener
    void changed(AddressChanged changed) {
        evenings.ahead()
                .forEach(evening ->
                        links.renew(evening.clusterId(), Assemblies.LINK, evening.eveningId(), changed.personId()));
    }
}
