package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.actions.ItemState;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.AgendaStatus;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes up on a new agenda what was agreed earlier: what has been done since the last meeting, and what is still open. */
@Component
class AgendaItems implements AgendaStatus {

    private final Meetings meetings;
    private final ActionItems items;
    private final CopenhagenTime time;

    AgendaItems(Meetings meetings, ActionItems items, CopenhagenTime time) {
        this.meetings = meetings;
        this.items = items;
        this.time = time;
    }

    @Override
    public List<String> lines(String clusterId) {
        Instant last = meetings.between(clusterId, Instant.EPOCH, time.now()).stream()
                .map(Meeting::start)
                .reduce(Instant.EPOCH, (earlier, later) -> later);
        return Stream.concat(
                        items.doneSince(clusterId, last).stream().map(item -> item.text() + ": gjort"),
                        items.open(clusterId).stream().map(AgendaItems::open))
                .toList();
    }

    /** Neither the owner's name nor her own words: the agenda goes to everybody before she has said anything there. */
    private static String open(ActionItem item) {
        String promised = item.text() + " (senest " + item.due() + ")";
        return item.state() == ItemState.NOT_YET ? promised + ": ikke endnu" : promised;
    }
}
