package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostEnded;
import dk.klyngeflow.members.PostGiven;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees when people change in a way that a handover or a leave must hear of, in the same transaction. */
@Component
class HandoverWatch {

    private final Handovers handovers;
    private final PostHandovers postHandovers;
    private final CoordinatorLeaves leaves;
    private final StandIns standIns;
    private final Cases cases;

    HandoverWatch(
            Handovers handovers,
            PostHandovers postHandovers,
            CoordinatorLeaves leaves,
            StandIns standIns,
            Cases cases) {
        this.handovers = handovers;
        this.postHandovers = postHandovers;
        this.leaves = leaves;
        this.standIns = standIns;
        this.cases = cases;
    }

    @EventListener
    void ended(PostEnded ended) {
        if (ended.post() == Post.MEMBER) {
            handovers
                    .open(ended.clusterId())
                    .filter(handover -> handover.successor().equals(ended.personId()))
                    .ifPresent(handover -> {
                        handovers.because(
                                handover,
                                "Efterfølgeren er ikke medlem af klyngen fra den "
                                        + DanishTime.DAY.format(ended.until()) + ".");
                        cases.tell(
                                CoordinatorHandover.SUCCESSOR_LEFT,
                                handover.clusterId(),
                                handover.businessKey(),
                                Map.of());
                    });
        }
        if (ended.post() == Post.COORDINATOR) {
            standIns.followPosts(ended.clusterId());
        }
    }

    /** Given on the page for people, or by an administrator, while a handover is under way. */
    @EventListener
    void given(PostGiven given) {
        if (given.post() != Post.COORDINATOR) {
            return;
        }
        boolean isOfALeave = leaves.open(given.clusterId()).stream()
                .anyMatch(leave -> leave.absent().equals(given.personId())
                        || leave.standIn().equals(given.personId()));
        if (!isOfALeave) {
            handovers
                    .open(given.clusterId())
                    .ifPresent(handover -> postHandovers.withdraw(
                            handover,
                            "Posten som koordinator er givet videre på anden vis fra den "
                                    + DanishTime.DAY.format(given.from()) + "."));
        }
        standIns.followPosts(given.clusterId());
    }
}
