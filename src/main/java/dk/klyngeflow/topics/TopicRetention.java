package dk.klyngeflow.topics;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** A vote for a topic is a person's; how many there were stays. */
@Component
class TopicRetention implements Forgets {

    private final Topics topics;

    TopicRetention(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String what() {
        return "Hvem der stemte på hvilket emne";
    }

    @Override
    public Period after() {
        return Period.ofMonths(3);
    }

    @Override
    public int forget(Instant before) {
        return topics.forgetVotes(before);
    }
}
