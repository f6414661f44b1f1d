package dk.klyngeflow.followup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A held meeting as the forms show it, with everything prefilled that can be known. */
@Component
class WrapUpViews {

    private final MeetingPeople invited;
    private final WrapUps wrapUps;
    private final ActionItems items;
    private final ItemRows rows;
    private final People people;
    private final CopenhagenTime time;

    WrapUpViews(
            MeetingPeople invited,
            WrapUps wrapUps,
            ActionItems items,
            ItemRows rows,
            People people,
            CopenhagenTime time) {
        this.invited = invited;
        this.wrapUps = wrapUps;
        this.items = items;
        this.rows = rows;
        this.people = people;
        this.time = time;
    }

    /** @param came true when she came, or before that is known, when she had said yes */
    record Guest(String id, String name, String reply, boolean came) {}

    record Choice(String id, String name) {}

    record Item(String text, String owner, String due) {}

    record About(String title, String when, String place) {}

    /**
     * @param came names, parted by commas
     * @param noteTaker null when nobody has been chosen
     */
    record Attendance(
            List<Guest> people,
            String came,
            int cameCount,
            @Nullable String noteTaker) {}

    /**
     * @param keyPointsMissing the name of the colleague whose key points have not come; null when nobody waits for any
     * @param draft address of the minutes as they stand
     */
    record Noted(
            String keyPoints,
            @Nullable Instant keyPointsAt,
            @Nullable String keyPointsMissing,
            List<String> agenda,
            String draft) {}

    /** @param dueDay what a new line begins with */
    record Agreed(List<Choice> owners, List<Item> items, String dueDay) {}

    record View(
            @JsonUnwrapped About about,
            @JsonUnwrapped Attendance attendance,
            @JsonUnwrapped Noted noted,
            @JsonUnwrapped Agreed agreed) {}

    View of(Meeting meeting) {
        WrapUp wrapUp = wrapUps.get(meeting);
        List<Guest> guests = invited.of(meeting).stream()
                .map(person -> guest(person, wrapUp))
                .toList();
        List<Guest> came = guests.stream().filter(Guest::came).toList();
        String noteTaker = wrapUp.noteTaker();
        return new View(
                new About(meeting.title(), meeting.when(), meeting.place()),
                new Attendance(
                        guests,
                        String.join(", ", came.stream().map(Guest::name).toList()),
                        came.size(),
                        wrapUp.recordedAt() == null ? noteTaker(meeting, noteTaker, came) : noteTaker),
                new Noted(
                        wrapUp.keyPoints(),
                        wrapUp.keyPointsAt(),
                        noteTaker != null && wrapUp.keyPointsAt() == null ? people.nameOf(noteTaker) : null,
                        meeting.agenda().lines().filter(line -> !line.isBlank()).toList(),
                        "/api/clusters/%s/meetings/%s/minutes/draft.pdf"
                                .formatted(meeting.clusterId(), meeting.meetingId())),
                new Agreed(
                        rows.owners(meeting.clusterId()).stream()
                                .map(person -> new Choice(person.id(), person.name()))
                                .toList(),
                        items.ofAll(meeting).stream()
                                .map(item -> new Item(
                                        item.text(),
                                        item.ownerId(),
                                        item.dueDay().toString()))
                                .toList(),
                        time.today().plusMonths(1).toString()));
    }

    private static Guest guest(MeetingPeople.Invited person, WrapUp wrapUp) {
        String reply = person.reply() == null
                ? "Svarede ikke"
                : "Svarede: " + person.reply().danish();
        boolean came =
                wrapUp.recordedAt() == null ? person.reply() == Reply.YES : Boolean.TRUE.equals(person.attended());
        return new Guest(person.personId(), person.name(), reply, came);
    }

    /** Who was chosen beforehand, when she came. */
    private @Nullable String noteTaker(Meeting meeting, @Nullable String chosen, List<Guest> came) {
        return came.stream().anyMatch(guest -> guest.id().equals(chosen)) ? chosen : inTurn(meeting, came);
    }

    /** The coordinator leads the meeting and cannot note as well; of the others the one whose turn it is. */
    private @Nullable String inTurn(Meeting meeting, List<Guest> came) {
        List<String> colleagues = came.stream()
                .map(Guest::id)
                .filter(id -> people.holding(meeting.clusterId(), Role.COORDINATOR).stream()
                        .noneMatch(coordinator -> coordinator.id().equals(id)))
                .toList();
        return colleagues.isEmpty()
                ? null
                : wrapUps.nextInTurn(meeting.clusterId(), colleagues).orElse(null);
    }
}
