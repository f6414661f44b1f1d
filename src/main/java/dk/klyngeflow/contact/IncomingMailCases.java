package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.inbox.LetterReceived;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives somebody a task for every letter, in the transaction that keeps it: what is an inquiry goes to the coordinator, all else is read first. */
@Component
class IncomingMailCases {

    private static final DateTimeFormatter DAY = DanishTime.DAY_WITHOUT_YEAR;

    private final Cases cases;
    private final LetterTimes times;
    private final CopenhagenTime time;
    private final LettersAsInquiries inquiries;

    IncomingMailCases(Cases cases, LetterTimes times, CopenhagenTime time, LettersAsInquiries inquiries) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.times = times;
        this.time = time;
    }

    @EventListener
    void open(LetterReceived received) {
        String businessKey = IncomingMail.businessKey(received.clusterId(), received.letterId());
        if (cases.isOpen(received.clusterId(), businessKey)
                || inquiries.take(received.clusterId(), received.letterId())) {
            return;
        }
        Map<String, Object> variables = new HashMap<>(times.fromNow());
        variables.put(IncomingMailVariables.LETTER_ID.name(), received.letterId());
        variables.put(
                IncomingMailVariables.CASE_LABEL.name(),
                "nr. " + received.letterId() + " af " + DAY.format(time.today()));
        cases.start(IncomingMail.KEY, received.clusterId(), businessKey, variables);
    }
}
