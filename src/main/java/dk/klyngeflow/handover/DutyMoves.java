package dk.klyngeflow.handover;

import dk.klyngeflow.handover.DutyHandoverVariables.Direction;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Mandates;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out what the coordinator has decided about a duty. */
@Component
class DutyMoves {

    private static final Logger LOG = LoggerFactory.getLogger(DutyMoves.class);

    private final Duties duties;
    private final Mandates mandates;

    DutyMoves(Duties duties, Mandates mandates) {
        this.duties = duties;
        this.mandates = mandates;
    }

    void move(String clusterId, String dutyId, Direction direction, Optional<String> receiver, String by) {
        Duty duty = duties.get(dutyId);
        if (direction == Direction.TAKE_BACK) {
            mandates.takeBack(clusterId, duty, by);
        } else {
            mandates.change(clusterId, duty, receiver.orElseThrow(), by);
        }
        LOG.info("duty {} of {} moved: {}", dutyId, clusterId, direction);
    }
}
