package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The register of practices is right, or has been put right. */
@Component
class ReviewRegisterContract implements FormContract<ReviewRegisterContract.Form> {

    private final YearPlan plan;
    private final CopenhagenTime time;

    ReviewRegisterContract(YearPlan plan, CopenhagenTime time) {
        this.plan = plan;
        this.time = time;
    }

    record Form(String isRegisterRight) {}

    @Override
    public String task() {
        return "reviewRegister";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.choice(
                "isRegisterRight", Set.of("YES"), "Ret registret, og sæt så kryds ved, at det er rigtigt."));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        plan.done(
                plan.get(
                        answer.clusterId(),
                        YearlyTaskVariables.YEAR.in(answer.known()).intValue(),
                        YearlyTaskVariables.ITEM_ID.in(answer.known())),
                time.today(),
                answer.personId());
        return Map.of();
    }
}
