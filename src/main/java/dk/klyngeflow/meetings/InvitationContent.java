package dk.klyngeflow.meetings;

import dk.klyngeflow.calendar.CalendarFeeds;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the address of the member's calendar into her invitation when it is sent, since a secret is not kept in the outbox. */
@Component
class InvitationContent implements MailContent {

    private final CalendarFeeds feeds;

    InvitationContent(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String purpose() {
        return "meeting-invitation";
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return Optional.of(Map.of(
                "feedUrl", personId.map(person -> feeds.url(clusterId, person)).orElse(""),
                "feedPageUrl",
                        personId.map(person -> feeds.pageUrl(clusterId, person)).orElse("")));
    }
}
