package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.BoardHelp;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sees that no task of a meeting lies unseen: the board is offered what nobody has done. */
@Component
class MeetingEscalation {

    private final Meetings meetings;
    private final Cases cases;
    private final BoardHelp board;
    private final MeetingTimes times;

    MeetingEscalation(Meetings meetings, Cases cases, BoardHelp board, MeetingTimes times) {
        this.meetings = meetings;
        this.cases = cases;
        this.board = board;
        this.times = times;
    }

    /** @return when to look again; once the meeting is held, every task that follows has a deadline of its own */
    Instant offerOverdue(String clusterId, String businessKey) {
        if (cases.isOverdue(clusterId, businessKey, times.tooLongAgo(clusterId))) {
            board.ask(clusterId, businessKey);
        }
        boolean isHeld = meetings.byKey(clusterId, businessKey)
                .filter(meeting -> !meeting.status().canBeCancelled())
                .isPresent();
        return isHeld ? times.longAfter() : times.nextLook();
    }
}
