package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.polls.DatePolls;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One of the dates that were asked about and is still to come, or none of them. */
@Component
class ConfirmDateContract implements FormContract<ConfirmDateContract.Form> {

    static final String NONE = "NONE";

    private final DatePolls polls;
    private final MeetingDates dates;
    private final CopenhagenTime time;

    ConfirmDateContract(DatePolls polls, MeetingDates dates, CopenhagenTime time) {
        this.polls = polls;
        this.dates = dates;
        this.time = time;
    }

    record Form(String chosenDate) {}

    @Override
    public String task() {
        return "confirmDate";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String chosen = fields.text("chosenDate", "Datoen");
        if (!chosen.equals(NONE)) {
            Optional<Instant> start =
                    polls.get(answer.clusterId(), DatePollVariables.DATE_POLL_ID.in(answer.known())).options().stream()
                            .filter(option -> String.valueOf(option.number()).equals(chosen))
                            .map(option -> option.startsAt())
                            .findFirst();
            if (start.isEmpty()) {
                fields.wrong("Vælg en af datoerne, eller at ingen af dem kan bruges.");
            } else if (!start.get().isAfter(time.now())) {
                fields.wrong("Den dato er passeret. Vælg en anden, eller at ingen af dem kan bruges.");
            }
        }
        return new Form(chosen);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (!form.chosenDate().equals(NONE)) {
            return Map.of(
                    DatePollVariables.IS_DATE_CHOSEN.name(),
                    true,
                    DatePollVariables.CHOSEN_OPTION.name(),
                    Long.valueOf(form.chosenDate()));
        }
        MeetingDates.Due due = dates.due(answer.clusterId());
        return Map.of(
                DatePollVariables.IS_DATE_CHOSEN.name(), false,
                DatePollVariables.TASK_DUE_AT.name(), DatePollVariables.TASK_DUE_AT.write(due.taskDueAt()),
                DatePollVariables.ESCALATE_AT.name(), DatePollVariables.ESCALATE_AT.write(due.escalateAt()));
    }
}
