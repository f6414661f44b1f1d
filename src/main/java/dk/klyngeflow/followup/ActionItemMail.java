package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.mail.MailContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a reminder lists: what she has promised and not done at the moment of sending. */
@Component
class ActionItemMail implements MailContent {

    private final Meetings meetings;
    private final ActionItems items;

    ActionItemMail(Meetings meetings, ActionItems items) {
        this.meetings = meetings;
        this.items = items;
    }

    @Override
    public String purpose() {
        return FollowUps.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        List<ActionItem> open = meetings.find(clusterId, model.getOrDefault("meetingId", "")).stream()
                .flatMap(meeting -> items.of(meeting).stream())
                .filter(item -> !item.isSettled())
                .filter(item -> item.ownerId().equals(personId.orElse("")))
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(Map.of("items", open));
    }
}
