package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.actions.ItemState;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks after what was agreed at a meeting, a few times and kindly, until it is done. */
@Component
class FollowUps {

    static final String PURPOSE = "action-item";

    private static final int MOST_REMINDERS = 3;

    private final Meetings meetings;
    private final MeetingEvents events;
    private final ActionItems items;
    private final AfterTimes times;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final Cases cases;
    private final CopenhagenTime time;

    FollowUps(
            Meetings meetings,
            MeetingEvents events,
            ActionItems items,
            AfterTimes times,
            People people,
            Links links,
            Outbox outbox,
            Cases cases,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.events = events;
        this.items = items;
        this.times = times;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.cases = cases;
        this.time = time;
    }

    /** @param at when somebody is to be reminded next; the end of the follow-up when nobody is any more */
    record Next(boolean areItemsOpen, Instant at) {}

    AfterTimes.OfFollowUp plan(String clusterId, String meetingId) {
        return times.followUp(meetings.get(clusterId, meetingId));
    }

    Next next(String clusterId, String meetingId) {
        // an answer that comes at this moment waits, and then finds somebody who waits for it
        Meeting meeting = meetings.lock(clusterId, meetingId);
        List<ActionItem> open = open(meeting);
        Instant at = open.stream()
                .filter(item -> item.reminded() < MOST_REMINDERS)
                .map(times::reminder)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> times.closes(meeting));
        return new Next(!open.isEmpty(), at);
    }

    /** Reminds those whose turn it is, each in one mail; what somebody who has left had promised becomes the coordinator's. */
    void remind(String clusterId, String meetingId) {
        Meeting meeting = meetings.lock(clusterId, meetingId);
        takeOver(meeting);
        Map<String, List<ActionItem>> due = open(meeting).stream()
                .filter(item -> item.reminded() < MOST_REMINDERS)
                .filter(times::isReminderDue)
                .collect(Collectors.groupingBy(ActionItem::ownerId, TreeMap::new, Collectors.toList()));
        due.forEach((owner, theirs) -> {
            items.reminded(clusterId, theirs.stream().map(ActionItem::itemId).toList());
            outbox.enqueue(Mail.of(
                            clusterId,
                            PURPOSE,
                            PURPOSE + ":" + meeting.businessKey() + ":" + owner + ":" + time.now(),
                            Recipient.person(owner),
                            Map.of(
                                    "meetingId",
                                    meetingId,
                                    "topic",
                                    meeting.title(),
                                    "day",
                                    DanishTime.DAY.format(meeting.day())),
                            meeting.businessKey() + FollowUp.PART)
                    .withLink(links.of(clusterId, PURPOSE, meetingId, owner)));
        });
    }

    private void takeOver(Meeting meeting) {
        List<Person> coordinators = people.holding(meeting.clusterId(), Role.COORDINATOR);
        if (coordinators.isEmpty()) {
            return;
        }
        open(meeting).stream().filter(ActionItem::ownerIsGone).forEach(item -> {
            items.give(item, coordinators.get(0).id());
            links.end(meeting.clusterId(), PURPOSE, meeting.meetingId(), item.ownerId());
            events.add(
                    meeting.clusterId(),
                    meeting.meetingId(),
                    MeetingEvents.Kind.ITEM_PASSED_ON,
                    null,
                    item.text());
        });
    }

    /**
     * Takes what somebody says of something agreed.
     *
     * @param dueDay the new day when it is not done yet
     */
    void answer(ActionItem item, ItemState state, @Nullable LocalDate dueDay, String note, String by) {
        Meeting meeting = meetings.lock(item.clusterId(), item.meetingId());
        items.answered(item, state, dueDay, note, by);
        cases.tell(FollowUp.ACTION_ITEM_ANSWERED, item.clusterId(), meeting.businessKey() + FollowUp.PART, Map.of());
    }

    void close(String clusterId, String meetingId) {
        links.endAll(clusterId, PURPOSE, meetingId);
    }

    private List<ActionItem> open(Meeting meeting) {
        return items.of(meeting).stream().filter(item -> !item.isSettled()).toList();
    }
}
