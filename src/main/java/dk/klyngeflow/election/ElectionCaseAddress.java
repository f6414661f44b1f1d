package dk.klyngeflow.election;

import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a task of an election to its page. */
@Component
class ElectionCaseAddress implements CaseAddress {

    private final Elections elections;

    ElectionCaseAddress(Elections elections) {
        this.elections = elections;
    }

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        String[] parts = businessKey.split("/");
        return parts.length < 2 || !parts[1].startsWith(Election.ID)
                ? Optional.empty()
                : elections
                        .find(clusterId, parts[1])
                        .map(election -> new Page("Se valget", "/valg/" + clusterId + "/" + election.number()));
    }
}
