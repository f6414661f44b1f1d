package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.polls.DatePollAnswered;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code date-poll}: asks those who are to come to a meeting which dates suit them, until one is chosen. */
@Component
class DatePoll {

    static final String KEY = "date-poll";

    static final String ANSWERED = "meetings.datePollAnswered";

    private final Cases cases;

    DatePoll(Cases cases) {
        this.cases = cases;
    }

    /** The case goes on at once; one that has gone on already, or is nobody's here, hears nothing. */
    @EventListener
    void goOn(DatePollAnswered answered) {
        cases.tell(ANSWERED, answered.clusterId(), answered.caseKey(), Map.of());
    }
}
