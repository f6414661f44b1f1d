package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.handover.HandoverTimes.OfLeave;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.CoordinatorPosts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lends the post as coordinator for a leave. Both changes of the post are made at once, so that it comes back whatever happens here. */
@Component
class StandIns {

    private static final Logger LOG = LoggerFactory.getLogger(StandIns.class);

    private final CoordinatorLeaves leaves;
    private final CoordinatorPosts posts;
    private final HandoverTimes times;
    private final Cases cases;
    private final Outbox outbox;
    private final CopenhagenTime time;

    StandIns(
            CoordinatorLeaves leaves,
            CoordinatorPosts posts,
            HandoverTimes times,
            Cases cases,
            Outbox outbox,
            CopenhagenTime time) {
        this.leaves = leaves;
        this.posts = posts;
        this.times = times;
        this.cases = cases;
        this.outbox = outbox;
        this.time = time;
    }

    record Arranged(CoordinatorLeave leave, OfLeave times) {}

    Arranged arrange(String clusterId, String standIn, LocalDate from, LocalDate until, String by) {
        String absent = posts.on(clusterId, from)
                .orElseThrow(() -> new IllegalStateException("no coordinator in " + clusterId));
        CoordinatorLeave leave = leaves.add(clusterId, absent, standIn, from, until, by);
        posts.standIn(clusterId, standIn, from, until);
        tell(leave, "stand-in-arranged", until.toString());
        LOG.info("leave {} of the coordinator of {} from {} until {}", leave.leaveId(), clusterId, from, until);
        return new Arranged(leave, times.leave(clusterId, until));
    }

    void remind(String clusterId, String leaveId) {
        CoordinatorLeave leave = leaves.get(clusterId, leaveId);
        tell(leave, "stand-in-ends", leave.untilDay().toString());
    }

    /**
     * Somebody of the two, or the board, lengthens or shortens it.
     *
     * @param until the first day the coordinator is back; today or before ends it now
     */
    void changeEnd(CoordinatorLeave leave, LocalDate until) {
        if (leave.endedAt() != null) {
            throw new FormRefused("Afløsningen er slut allerede.");
        }
        if (until.equals(leave.untilDay())) {
            throw new FormRefused("Det er den dag, der står i forvejen.");
        }
        if (until.isBefore(time.today())) {
            throw new FormRefused("Dagen er gået. Vælg i dag eller en dag, der kommer.");
        }
        if (until.isAfter(time.today().plusYears(2))) {
            throw new FormRefused("Dagen ligger mere end to år fremme.");
        }
        // first, so that what follows from the posts is as agreed and nobody takes it for something else
        leaves.until(leave, until);
        posts.changeEnd(leave.clusterId(), leave.standIn(), leave.fromDay(), until);
        cases.tell(CoordinatorStandIn.LEAVE_CHANGED, leave.clusterId(), leave.businessKey(), Map.of());
    }

    record Changed(boolean isOver, OfLeave times) {}

    /** What is so now, according to the posts. */
    Changed changed(String clusterId, String leaveId) {
        CoordinatorLeave leave = leaves.get(clusterId, leaveId);
        Optional<LocalDate> ends = posts.endOf(clusterId, leave.standIn(), leave.fromDay());
        boolean isOver = isOver(leave, ends);
        if (!isOver) {
            tell(leave, "stand-in-arranged", leave.untilDay().toString());
        }
        return new Changed(isOver, times.leave(clusterId, leave.untilDay()));
    }

    /** True when the post does not go as the leave says, or its end has come. */
    private boolean isOver(CoordinatorLeave leave, Optional<LocalDate> ends) {
        return ends.filter(leave.untilDay()::equals).isEmpty()
                || !leave.untilDay().isAfter(time.today());
    }

    /** The posts have changed: a leave that they no longer follow is over. */
    void followPosts(String clusterId) {
        for (CoordinatorLeave leave : leaves.open(clusterId)) {
            Optional<LocalDate> ends = posts.endOf(clusterId, leave.standIn(), leave.fromDay());
            if (ends.filter(leave.untilDay()::equals).isEmpty()) {
                cases.tell(CoordinatorStandIn.LEAVE_CHANGED, clusterId, leave.businessKey(), Map.of());
            }
        }
    }

    void close(String clusterId, String leaveId) {
        CoordinatorLeave leave = leaves.get(clusterId, leaveId);
        leaves.ended(leave);
        tell(leave, "stand-in-over", "end");
        LOG.info("leave {} of the coordinator of {} is over", leaveId, clusterId);
    }

    private void tell(CoordinatorLeave leave, String purpose, String round) {
        outbox.enqueueAll(List.of(leave.absent(), leave.standIn()).stream()
                .map(person -> Mail.of(
                        leave.clusterId(),
                        purpose,
                        purpose + ":" + leave.businessKey() + ":" + person + ":" + round + ":" + time.today(),
                        Recipient.person(person),
                        Map.of("leaveId", leave.leaveId()),
                        leave.businessKey()))
                .toList());
    }
}
