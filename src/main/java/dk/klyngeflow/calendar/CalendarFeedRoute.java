package dk.klyngeflow.calendar;

import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.OpenPages;
import dk.klyngeflow.security.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A person's events for her calendar program, which cannot log in: the address itself is the secret. */
@RestController
class CalendarFeedRoute implements OpenPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final CalendarFiles files;
    private final Clusters clusters;
    private final ObjectProvider<CalendarFeed> sources;

    CalendarFeedRoute(
            CalendarFeeds feeds, CalendarFiles files, Clusters clusters, ObjectProvider<CalendarFeed> sources) {
        this.feeds = feeds;
        this.files = files;
        this.clusters = clusters;
        this.sources = sources;
    }

    @Override
    public List<String> patterns() {
        return List.of(CalendarFeeds.PATH + "*");
    }

    @GetMapping(CalendarFeeds.PATH + "{code}.ics")
    ResponseEntity<byte[]> feed(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        CalendarFeeds.Feed feed = feeds.open(code).orElseThrow(Refused::notFound);
        List<CalendarEvent> events = sources.stream()
                .flatMap(source -> source.eventsOf(feed.clusterId(), feed.personId()).stream())
                .sorted(Comparator.comparing(CalendarEvent::start))
                .toList();
        String tag = "\"" + tag(events) + "\"";
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        tag.equals(known) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex");
        if (tag.equals(known)) {
            return answer.build();
        }
        String name = clusters.get(feed.clusterId()).name();
        return answer.contentType(CALENDAR).body(files.feed(name, events));
    }

    /** Of the events alone: the file says when it was made and differs every time. */
    private static String tag(List<CalendarEvent> events) {
        CRC32 sum = new CRC32();
        sum.update(events.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(sum.getValue());
    }
}
