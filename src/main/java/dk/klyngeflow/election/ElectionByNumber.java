package dk.klyngeflow.election;

import dk.klyngeflow.security.Refused;
import org.springframework.stereotype.Component;

/** Which election a page is about, by the number in its address. */
@Component
class ElectionByNumber {

    private final Elections elections;

    ElectionByNumber(Elections elections) {
        this.elections = elections;
    }

    /** @throws RuntimeException that the page does not exist, where there is none */
    Election get(String clusterId, String number) {
        if (!number.matches("[0-9]{1,6}")) {
            throw Refused.notFound();
        }
        return elections.find(clusterId, Election.ID + Integer.parseInt(number)).orElseThrow(Refused::notFound);
    }
}
