package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.UnreadForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The topic, the dates to ask about, who must be there and what is to be booked. */
@Component
class PlanMeetingContract implements UnreadForm {

    private final MeetingPlan plan;

    PlanMeetingContract(MeetingPlan plan) {
        this.plan = plan;
    }

    @Override
    public String task() {
        return "planMeeting";
    }

    @Override
    public void refuse(Answer answer) {
        plan.check(answer);
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        return Map.of(MeetingCycleVariables.CASE_LABEL.name(), plan.keep(answer).label());
    }
}
