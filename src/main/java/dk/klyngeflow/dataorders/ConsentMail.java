package dk.klyngeflow.dataorders;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.MeetingMoves;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the mail that asks for an accept says when it is sent; nothing once her practice has answered or the package is ordered. */
@Component
class ConsentMail implements MailContent {

    private final DataOrders orders;
    private final Meetings meetings;
    private final MeetingMoves moves;
    private final DataPrivacy privacy;

    ConsentMail(DataOrders orders, Meetings meetings, MeetingMoves moves, DataPrivacy privacy) {
        this.privacy = privacy;
        this.orders = orders;
        this.meetings = meetings;
        this.moves = moves;
    }

    @Override
    public String purpose() {
        return MeetingData.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        String meetingId = model.getOrDefault(MeetingData.MEETING, "");
        return personId.flatMap(person -> orders.ofPerson(clusterId, meetingId, person))
                .filter(practice -> practice.accepts() == null)
                .flatMap(practice -> orders.find(clusterId, meetingId)
                        .filter(order -> order.orderedOn() == null)
                        .map(order -> Map.of(
                                "practice", practice.name(),
                                "title", meetings.get(clusterId, meetingId).title(),
                                "when", meetings.get(clusterId, meetingId).when(),
                                "before", moves.before(meetings.get(clusterId, meetingId)),
                                "privacy", privacy.inWords(meetings.get(clusterId, meetingId)),
                                "closesAt", CopenhagenTime.inWords(order.closesAt()))));
    }
}
