package dk.klyngeflow.invitations;

import dk.klyngeflow.benchmarks.MeetingFigures;
import dk.klyngeflow.calendar.CalendarFeeds;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.MailContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts the address of the member's calendar and of her own figures into her invitation when it is sent, since a secret is not kept in the
 * outbox. No figure is in the mail.
 */
@Component
class InvitationContent implements MailContent {

    static final String MEETING = "meetingId";

    private final CalendarFeeds feeds;
    private final Meetings meetings;
    private final MeetingFigures figures;
    private final Links links;

    InvitationContent(CalendarFeeds feeds, Meetings meetings, MeetingFigures figures, Links links) {
        this.feeds = feeds;
        this.meetings = meetings;
        this.figures = figures;
        this.links = links;
    }

    @Override
    public String purpose() {
        return "meeting-invitation";
    }

    /** @param url of her own page about one measure */
    record Door(String title, String url) {}

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return Optional.of(Map.of(
                "feedUrl",
                personId.map(person -> feeds.url(clusterId, person)).orElse(""),
                "feedPageUrl",
                personId.map(person -> feeds.pageUrl(clusterId, person)).orElse(""),
                "doors",
                personId.map(person -> doors(clusterId, model.getOrDefault(MEETING, ""), person))
                        .orElse(List.of())));
    }

    private List<Door> doors(String clusterId, String meetingId, String personId) {
        return meetings
                .find(clusterId, meetingId)
                .map(meeting -> figures.doors(meeting, personId))
                .orElse(List.of())
                .stream()
                .flatMap(door -> links.url(clusterId, door.linkId()).map(url -> new Door(door.title(), url)).stream())
                .toList();
    }
}
