package dk.klyngeflow.dataorders;

import dk.klyngeflow.dataorders.DataOrders.PracticeConsent;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.polls.AskedWithDates;
import dk.klyngeflow.polls.DatePolls;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks for a practice's accept together with the dates, where a date is far enough off for a data package to come in time. */
@Component
class ConsentWithDates implements AskedWithDates {

    private final Meetings meetings;
    private final DataOrders orders;
    private final DatePolls polls;
    private final ClusterSettings settings;
    private final DataPrivacy privacy;
    private final CopenhagenTime time;

    ConsentWithDates(
            Meetings meetings,
            DataOrders orders,
            DatePolls polls,
            ClusterSettings settings,
            DataPrivacy privacy,
            CopenhagenTime time) {
        this.privacy = privacy;
        this.meetings = meetings;
        this.orders = orders;
        this.polls = polls;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public List<Block> questions(String clusterId, String caseKey, String personId) {
        return asked(clusterId, caseKey)
                .flatMap(meeting -> orders.ofPerson(clusterId, meeting.meetingId(), personId)
                        .map(practice -> List.<Block>of(
                                new Block.Text(
                                        "Til mødet vil vi gerne se klyngens egne tal. Én af jer svarer for hele praksis,"
                                                + " og I kan ændre svaret, indtil datapakken er bestilt. "
                                                + privacy.inWords(meeting)),
                                ConsentLink.question(practice, false))))
                .orElse(List.of());
    }

    @Override
    public String inMail(String clusterId, String caseKey, String personId) {
        return asked(clusterId, caseKey)
                .flatMap(meeting -> orders.ofPerson(clusterId, meeting.meetingId(), personId))
                .filter(practice -> practice.accepts() == null)
                .map(PracticeConsent::name)
                .map(name -> "På samme side spørger vi, om data fra " + name
                        + " må bruges på mødet. Så slipper du for en mail mere om det.")
                .orElse("");
    }

    @Override
    public void answer(String clusterId, String caseKey, String personId, Map<String, List<String>> sent) {
        Optional<Boolean> accepts = ConsentLink.answer(sent);
        if (accepts.isEmpty()) {
            return;
        }
        asked(clusterId, caseKey)
                .ifPresent(meeting -> orders.ofPerson(clusterId, meeting.meetingId(), personId)
                        .ifPresent(practice -> {
                            if (orders.find(clusterId, meeting.meetingId()).isEmpty()) {
                                orders.open(clusterId, meeting.meetingId(), lastDate(meeting));
                            }
                            orders.answer(
                                    clusterId, meeting.meetingId(), practice.providerNumber(), accepts.get(), personId);
                        }));
    }

    private Optional<Meeting> asked(String clusterId, String caseKey) {
        return meetings.byKey(clusterId, caseKey.replace(Meeting.DATES, ""))
                .filter(Meeting::wantsData)
                .filter(meeting -> orders.find(clusterId, meeting.meetingId())
                        .filter(order -> order.orderedOn() != null)
                        .isEmpty())
                .filter(this::isTimeForData);
    }

    private boolean isTimeForData(Meeting meeting) {
        return ChronoUnit.DAYS.between(time.today(), CopenhagenTime.dayOf(lastDate(meeting)))
                >= settings.get(meeting.clusterId(), DataSettings.LEAD_DAYS);
    }

    private Instant lastDate(Meeting meeting) {
        return polls.openOf(meeting.clusterId(), meeting.businessKey() + Meeting.DATES).stream()
                .flatMap(poll -> poll.options().stream())
                .map(option -> option.startsAt())
                .reduce(time.now(), (one, other) -> one.isAfter(other) ? one : other);
    }
}
