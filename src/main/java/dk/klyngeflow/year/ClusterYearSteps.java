package dk.klyngeflow.year;

import static dk.klyngeflow.year.ClusterYearVariables.ITEM_ID;
import static dk.klyngeflow.year.ClusterYearVariables.NEXT_ITEM_AT;
import static dk.klyngeflow.year.ClusterYearVariables.NEXT_YEAR_AT;
import static dk.klyngeflow.year.ClusterYearVariables.WHAT_FELL_DUE;
import static dk.klyngeflow.year.ClusterYearVariables.YEAR;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link ClusterYear} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class ClusterYearSteps {

    /** Lays the items of the year, and says when the next one begins. */
    @Bean
    JavaDelegate planYear(YearPlanning planning) {
        return execution -> NEXT_YEAR_AT.set(
                execution,
                planning.plan(execution.getTenantId(), YEAR.get(execution).intValue()));
    }

    /** The year after; nothing happens when it has begun. */
    @Bean
    JavaDelegate openNextYear(Years years) {
        return execution ->
                years.beginAfter(execution.getTenantId(), YEAR.get(execution).intValue());
    }

    /** When the next item is due to begin. */
    @Bean
    JavaDelegate lookAhead(YearTurn turn) {
        return execution -> NEXT_ITEM_AT.set(
                execution,
                turn.next(execution.getTenantId(), YEAR.get(execution).intValue()));
    }

    /** The item whose time has come, one at a time. */
    @Bean
    JavaDelegate takeNextItem(YearTurn turn) {
        return execution -> {
            YearTurn.Taken taken =
                    turn.take(execution.getTenantId(), YEAR.get(execution).intValue());
            WHAT_FELL_DUE.set(execution, taken.due().name());
            ITEM_ID.set(execution, taken.itemId());
        };
    }

    /** Nothing more begins in this year; the next one has begun. */
    @Bean
    JavaDelegate closeYear(Years years) {
        return execution ->
                years.close(execution.getTenantId(), YEAR.get(execution).intValue());
    }

    /** The meeting around that time, or a new one. */
    @Bean
    JavaDelegate startMeeting(YearStarts starts) {
        return execution ->
                starts.meeting(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }

    /** An election to the post whose term ends. */
    @Bean
    JavaDelegate startElection(YearStarts starts) {
        return execution ->
                starts.election(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }

    /** Asks the members again how they want to work. */
    @Bean
    JavaDelegate reviewModel(YearStarts starts) {
        return execution ->
                starts.review(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }

    /** The accounts of the year before. */
    @Bean
    JavaDelegate startAccounts(YearStarts starts) {
        return execution ->
                starts.accounts(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }

    /** The assembly to which those accounts are presented. */
    @Bean
    JavaDelegate startAssembly(YearStarts starts) {
        return execution ->
                starts.assembly(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }

    /** A case of its own for what people do. */
    @Bean
    JavaDelegate giveTask(YearStarts starts) {
        return execution ->
                starts.task(execution.getTenantId(), YEAR.get(execution).intValue(), ITEM_ID.get(execution));
    }
}
