package dk.klyngeflow.assembly;

import static dk.klyngeflow.assembly.GeneralAssemblyVariables.ACCOUNTING_YEAR;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.ASSEMBLY_ID;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.CASE_LABEL;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.DOORS_OPEN_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.ESCALATE_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.IS_ANOTHER_NEEDED;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.IS_NOTICE_IN_TIME;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.IS_TO_BE_WOUND_UP;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.IS_UNDER_WAY_ALREADY;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.MEETING_ID;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.NOTICE_DUE_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.NOTICE_TOO_LATE_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.PROPOSALS_CLOSE_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.SIGNATURES_DUE_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.SIGN_REMINDER_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.TASK_DUE_AT;
import static dk.klyngeflow.assembly.GeneralAssemblyVariables.WANTS_ROOM;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link GeneralAssembly} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class GeneralAssemblySteps {

    /** Writes it down, unless whoever started it has; the year's is held once. */
    @Bean
    JavaDelegate registerAssembly(AssemblyPlanning planning) {
        return execution -> {
            AssemblyPlanning.Registered registered = planning.register(
                    execution.getTenantId(), ASSEMBLY_ID.find(execution), ACCOUNTING_YEAR.find(execution));
            IS_UNDER_WAY_ALREADY.set(execution, registered.isUnderWayAlready());
            ASSEMBLY_ID.set(execution, registered.assembly().assemblyId());
            MEETING_ID.set(execution, registered.assembly().meetingId());
            CASE_LABEL.set(execution, registered.assembly().title());
            execution.setProcessBusinessKey(registered.businessKey());
            due(execution, registered.due());
            ESCALATE_AT.set(execution, registered.due().escalateAt());
        };
    }

    /** No day was found: new deadlines for the board. */
    @Bean
    JavaDelegate reopenAssembly(AssemblyPlanning planning) {
        return execution -> due(execution, planning.reopen(execution.getTenantId(), ASSEMBLY_ID.get(execution)));
    }

    /** Counts backwards from the day. */
    @Bean
    JavaDelegate scheduleAssembly(AssemblyPlanning planning) {
        return execution -> {
            AssemblyPlanning.Scheduled scheduled =
                    planning.schedule(execution.getTenantId(), ASSEMBLY_ID.get(execution));
            CASE_LABEL.set(execution, scheduled.label());
            WANTS_ROOM.set(execution, scheduled.wantsRoom());
            NOTICE_DUE_AT.set(execution, scheduled.times().noticeDueAt());
            NOTICE_TOO_LATE_AT.set(execution, scheduled.times().noticeTooLateAt());
            PROPOSALS_CLOSE_AT.set(execution, scheduled.times().proposalsCloseAt());
            DOORS_OPEN_AT.set(execution, scheduled.times().doorsOpenAt());
            TASK_DUE_AT.set(execution, scheduled.times().opinionDueAt());
        };
    }

    /** Tells everybody the day, and until when to propose. */
    @Bean
    JavaDelegate announceAssembly(AssemblyNotices notices) {
        return execution -> notices.announce(execution.getTenantId(), ASSEMBLY_ID.get(execution));
    }

    /** Calls everybody, if that is still in time. */
    @Bean
    JavaDelegate sendNotice(AssemblyNotices notices) {
        return execution ->
                IS_NOTICE_IN_TIME.set(execution, notices.send(execution.getTenantId(), ASSEMBLY_ID.get(execution)));
    }

    /** No notice can be lawful for the day there is: whoever knows of it hears so. */
    @Bean
    JavaDelegate tellOfLapsedDay(AssemblyNotices notices) {
        return execution ->
                due(execution, notices.tellOfLapsedDay(execution.getTenantId(), ASSEMBLY_ID.get(execution)));
    }

    /** Everybody gets what came after the notice. */
    @Bean
    JavaDelegate closeProposals(AssemblyNotices notices) {
        return execution -> notices.closeProposals(execution.getTenantId(), ASSEMBLY_ID.get(execution));
    }

    /** Everybody hears that it is not held. */
    @Bean
    JavaDelegate tellOfCancelledAssembly(AssemblyNotices notices) {
        return execution -> notices.tellOfCancellation(execution.getTenantId(), ASSEMBLY_ID.get(execution));
    }

    /** Writes the attest and lays the points ready for the chair. */
    @Bean
    JavaDelegate openAssembly(AssemblyOpening opening) {
        return execution -> due(execution, opening.open(execution.getTenantId(), ASSEMBLY_ID.get(execution)));
    }

    /** All of what was decided, or nothing. */
    @Bean
    JavaDelegate takeEffect(AssemblyEffects effects) {
        return execution -> {
            AssemblyEffects.Taken taken = effects.take(execution.getTenantId(), ASSEMBLY_ID.get(execution));
            IS_ANOTHER_NEEDED.set(execution, taken.isAnotherNeeded());
            IS_TO_BE_WOUND_UP.set(execution, taken.isToBeWoundUp());
        };
    }

    /** Its second, or the extraordinary one that follows from it. */
    @Bean
    JavaDelegate callAnother(AssemblyEffects effects) {
        return execution -> effects.callAnother(execution.getTenantId(), ASSEMBLY_ID.get(execution));
    }

    /** Asks the chair of the assembly and the keeper of the minutes. */
    @Bean
    JavaDelegate askForSignatures(AssemblyMinutes minutes) {
        return execution -> {
            AssemblyMinutes.Asked asked = minutes.ask(execution.getTenantId(), ASSEMBLY_ID.get(execution));
            SIGN_REMINDER_AT.set(execution, asked.reminderAt());
            SIGNATURES_DUE_AT.set(execution, asked.dueAt());
            TASK_DUE_AT.set(execution, asked.taskDueAt());
        };
    }

    /** Reminds whoever of them has not. */
    @Bean
    JavaDelegate remindSigners(AssemblyMinutes minutes) {
        return execution ->
                minutes.remind(execution.getTenantId(), ASSEMBLY_ID.get(execution), SIGNATURES_DUE_AT.get(execution));
    }

    /** Everybody gets the minutes as they were signed. */
    @Bean
    JavaDelegate publishMinutes(AssemblyMinutes minutes) {
        return execution -> minutes.file(execution.getTenantId(), ASSEMBLY_ID.get(execution));
    }

    /** Offers what has lain too long to the board as well. */
    @Bean
    JavaDelegate escalateAssembly(AssemblyPlanning planning) {
        return execution -> ESCALATE_AT.set(
                execution, planning.offerOverdue(execution.getTenantId(), execution.getProcessBusinessKey()));
    }

    private static void due(DelegateExecution execution, AssemblyPlanning.Due due) {
        TASK_DUE_AT.set(execution, due.taskDueAt());
    }
}
