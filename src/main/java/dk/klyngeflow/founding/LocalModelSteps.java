package dk.klyngeflow.founding;

import static dk.klyngeflow.founding.LocalModelVariables.ADOPTED_BY;
import static dk.klyngeflow.founding.LocalModelVariables.CASE_LABEL;
import static dk.klyngeflow.founding.LocalModelVariables.CLUSTER_ID;
import static dk.klyngeflow.founding.LocalModelVariables.COMMENTS_CLOSE_AT;
import static dk.klyngeflow.founding.LocalModelVariables.EFFECTIVE_FROM;
import static dk.klyngeflow.founding.LocalModelVariables.ESCALATE_AT;
import static dk.klyngeflow.founding.LocalModelVariables.FIRST_REMINDER_AT;
import static dk.klyngeflow.founding.LocalModelVariables.LAST_REMINDER_AT;
import static dk.klyngeflow.founding.LocalModelVariables.MODEL_EFFECTIVE_AT;
import static dk.klyngeflow.founding.LocalModelVariables.QUESTIONNAIRE_CLOSES_AT;
import static dk.klyngeflow.founding.LocalModelVariables.ROUND_NO;
import static dk.klyngeflow.founding.LocalModelVariables.TASK_DUE_AT;

import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelEffects;
import dk.klyngeflow.members.BoardHelp;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link LocalModel} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class LocalModelSteps {

    /** Asks every member how the cluster should work. */
    @Bean
    JavaDelegate openQuestionnaire(ModelCases models) {
        return execution -> {
            ModelCases.Opened opened =
                    models.open(execution.getTenantId(), ROUND_NO.get(execution).intValue());
            execution.setProcessBusinessKey(opened.caseKey());
            CLUSTER_ID.set(execution, execution.getTenantId());
            CASE_LABEL.set(execution, LocalModel.LABEL);
            FIRST_REMINDER_AT.set(execution, opened.times().firstReminderAt());
            LAST_REMINDER_AT.set(execution, opened.times().lastReminderAt());
            QUESTIONNAIRE_CLOSES_AT.set(execution, opened.times().closesAt());
        };
    }

    /** Reminds those who have not answered. */
    @Bean
    JavaDelegate remindSilentMembers(LocalModels models) {
        return execution ->
                models.remind(execution.getTenantId(), ROUND_NO.get(execution).intValue());
    }

    /** Takes no answers any longer and gives the coordinator her task. */
    @Bean
    JavaDelegate drawUpModel(ModelCases models) {
        return execution -> {
            ModelCases.Due due = models.close(
                    execution.getTenantId(), ROUND_NO.get(execution).intValue());
            TASK_DUE_AT.set(execution, due.taskDueAt());
            ESCALATE_AT.set(execution, due.escalateAt());
        };
    }

    /** Shows every member the draft. */
    @Bean
    JavaDelegate presentModel(ModelCases models) {
        return execution -> {
            ModelCases.Shown shown = models.present(
                    execution.getTenantId(), ROUND_NO.get(execution).intValue());
            COMMENTS_CLOSE_AT.set(execution, shown.closesAt());
            TASK_DUE_AT.set(execution, shown.due().taskDueAt());
            ESCALATE_AT.set(execution, shown.due().escalateAt());
        };
    }

    /** Lets the board do it, too, when the coordinator has not. */
    @Bean
    JavaDelegate offerModelTask(BoardHelp board) {
        return execution -> board.ask(execution.getTenantId(), execution.getProcessBusinessKey());
    }

    /** Gives the version its number, and everybody the paper. */
    @Bean
    JavaDelegate adoptModel(ModelCases models) {
        return execution -> MODEL_EFFECTIVE_AT.set(
                execution,
                models.adopt(
                        execution.getTenantId(),
                        ROUND_NO.get(execution).intValue(),
                        EFFECTIVE_FROM.get(execution),
                        ADOPTED_BY.get(execution)));
    }

    /** From now on the settings and the mandates follow it. */
    @Bean
    JavaDelegate putModelIntoForce(ModelEffects effects) {
        return execution -> effects.putIntoForce(
                execution.getTenantId(), ROUND_NO.get(execution).intValue(), ADOPTED_BY.get(execution));
    }

    /** Everybody who was asked hears that it was given up, and why. */
    @Bean
    JavaDelegate tellModelCancelled(LocalModels models) {
        return execution -> models.tellOfCancellation(
                execution.getTenantId(), ROUND_NO.get(execution).intValue());
    }
}
