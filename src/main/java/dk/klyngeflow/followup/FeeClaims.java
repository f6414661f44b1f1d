package dk.klyngeflow.followup;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.ClusterSettings;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Lets those who came claim the cluster's fee for a meeting by a link of their own. */
@Component
class FeeClaims {

    private static final String PURPOSE = "claim";

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final ClusterSettings settings;
    private final Links links;
    private final Outbox outbox;

    FeeClaims(Meetings meetings, MeetingPeople invited, ClusterSettings settings, Links links, Outbox outbox) {
        this.meetings = meetings;
        this.invited = invited;
        this.settings = settings;
        this.links = links;
        this.outbox = outbox;
    }

    /** Nobody is asked in a cluster that gives no fee. */
    void ask(String clusterId, String meetingId) {
        long fee = settings.get(clusterId, AfterMeetingSettings.FEE);
        if (fee == 0) {
            return;
        }
        Meeting meeting = meetings.get(clusterId, meetingId);
        List<String> came = invited.of(meeting).stream()
                .filter(person -> Boolean.TRUE.equals(person.attended()))
                .map(MeetingPeople.Invited::personId)
                .toList();
        UnaryOperator<String> link = links.ofAll(clusterId, PURPOSE, meeting.businessKey(), came);
        outbox.enqueueAll(came.stream()
                .map(person -> Mail.of(
                                clusterId,
                                "fee-claim",
                                "fee-claim:" + meeting.businessKey() + ":" + person + ":1",
                                Recipient.person(person),
                                Map.of(
                                        "topic",
                                        meeting.title(),
                                        "day",
                                        DanishTime.DAY.format(meeting.day()),
                                        "fee",
                                        Money.format(fee) + " kr."),
                                meeting.businessKey() + MeetingWrapUp.PART)
                        .withLink(link.apply(person)))
                .toList());
    }
}
