package dk.klyngeflow.meetings;

import static dk.klyngeflow.meetings.FigureFileVariables.CASE_LABEL;
import static dk.klyngeflow.meetings.FigureFileVariables.ESCALATE_AT;
import static dk.klyngeflow.meetings.FigureFileVariables.FILE_ID;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link FigureFile} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class FigureFileSteps {

    /** Tells the coordinator of a file that nobody has put right. */
    @Bean
    JavaDelegate escalateFigureFile(FigureFileCases cases) {
        return execution -> cases.escalate(
                execution.getTenantId(), FILE_ID.get(execution), CASE_LABEL.get(execution), ESCALATE_AT.get(execution));
    }
}
