package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The topic, the dates to ask about, who must be there and what is to be booked. */
@Component
class PlanMeetingContract implements FormContract<MeetingPlan.Form> {

    private final MeetingPlan plan;

    PlanMeetingContract(MeetingPlan plan) {
        this.plan = plan;
    }

    @Override
    public String task() {
        return "planMeeting";
    }

    @Override
    public MeetingPlan.Form read(FormFields fields, Answer answer) {
        return plan.read(fields, answer);
    }

    @Override
    public Map<String, Object> take(MeetingPlan.Form form, Answer answer) {
        return Map.of(
                MeetingCycleVariables.CASE_LABEL.name(), plan.keep(form, answer).label());
    }
}
