package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Cases;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sees that no task of a meeting lies unseen: the board is offered what nobody has done. */
@Component
class MeetingEscalation {

    private final Cases cases;
    private final BoardHelp board;
    private final MeetingTimes times;

    MeetingEscalation(Cases cases, BoardHelp board, MeetingTimes times) {
        this.cases = cases;
        this.board = board;
        this.times = times;
    }

    /** @return when to look again */
    Instant offerOverdue(String clusterId, String businessKey) {
        if (cases.isOverdue(clusterId, businessKey, times.tooLongAgo(clusterId))) {
            board.ask(clusterId, businessKey);
        }
        return times.nextLook();
    }
}
