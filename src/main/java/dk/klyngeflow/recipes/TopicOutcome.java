package dk.klyngeflow.recipes;

import dk.klyngeflow.gatherings.Meeting;
import java.util.Optional;

/** What came of a meeting's topic. Of the module that asks after it. */
public interface TopicOutcome {

    /** Empty while nobody has looked at the topic again. */
    Optional<Seen> of(Meeting meeting);

    /** @param measure what was measured; may be empty @param words how it went, without figures of practices */
    record Seen(String measure, String words) {}
}
