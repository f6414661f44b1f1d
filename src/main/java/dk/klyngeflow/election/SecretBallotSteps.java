package dk.klyngeflow.election;

import static dk.klyngeflow.election.SecretBallotVariables.BALLOT_CLOSES_AT;
import static dk.klyngeflow.election.SecretBallotVariables.BALLOT_OUTCOME;
import static dk.klyngeflow.election.SecretBallotVariables.BALLOT_REMINDER_AT;
import static dk.klyngeflow.election.SecretBallotVariables.ELECTION_ID;
import static dk.klyngeflow.election.SecretBallotVariables.ESCALATE_AT;
import static dk.klyngeflow.election.SecretBallotVariables.IS_ANYBODY_ELECTED;
import static dk.klyngeflow.election.SecretBallotVariables.IS_BY_LINK;
import static dk.klyngeflow.election.SecretBallotVariables.IS_CODE_NEEDED;
import static dk.klyngeflow.election.SecretBallotVariables.IS_KEY_ON_PAPER;
import static dk.klyngeflow.election.SecretBallotVariables.IS_STILL_CONTESTED;
import static dk.klyngeflow.election.SecretBallotVariables.LETTERS_CHECK_AT;
import static dk.klyngeflow.election.SecretBallotVariables.LETTERS_TIME_UP_AT;
import static dk.klyngeflow.election.SecretBallotVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link SecretBallot} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class SecretBallotSteps {

    /** Writes the ballot paper. */
    @Bean
    JavaDelegate prepareBallot(BallotRounds rounds) {
        return execution -> {
            BallotRounds.Prepared prepared = rounds.prepare(execution.getTenantId(), ELECTION_ID.get(execution));
            IS_BY_LINK.set(execution, prepared.isByLink());
            IS_KEY_ON_PAPER.set(execution, prepared.isKeyOnPaper());
            IS_ANYBODY_ELECTED.set(execution, false);
            TASK_DUE_AT.set(execution, prepared.taskDueAt());
            ESCALATE_AT.set(execution, prepared.escalateAt());
        };
    }

    /** Opens it and mails everybody on the roll her link. */
    @Bean
    JavaDelegate openBallot(BallotRounds rounds) {
        return execution -> {
            BallotRounds.Opened opened = rounds.open(execution.getTenantId(), ELECTION_ID.get(execution));
            BALLOT_REMINDER_AT.set(execution, opened.times().reminderAt());
            BALLOT_CLOSES_AT.set(execution, opened.times().closesAt());
            LETTERS_CHECK_AT.set(execution, opened.lettersCheckAt());
            LETTERS_TIME_UP_AT.set(execution, opened.lettersTimeUpAt());
            TASK_DUE_AT.set(execution, opened.codeDueAt());
            ESCALATE_AT.set(execution, opened.escalateAt());
            IS_CODE_NEEDED.set(execution, opened.isCodeNeeded());
        };
    }

    /** Reminds everybody on the roll, whether she has voted or not. */
    @Bean
    JavaDelegate remindRoll(BallotRounds rounds) {
        return execution -> rounds.remind(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** The paper with the key is gone: all vote anew. */
    @Bean
    JavaDelegate giveUpBallot(BallotRounds rounds) {
        return execution -> rounds.giveUp(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** Opens the envelopes once. */
    @Bean
    JavaDelegate countBallot(BallotRounds rounds) {
        return execution -> {
            BallotRounds.Counted counted = rounds.count(execution.getTenantId(), ELECTION_ID.get(execution));
            BALLOT_OUTCOME.set(execution, counted.next());
            IS_ANYBODY_ELECTED.set(execution, counted.isAnybodyElected());
            TASK_DUE_AT.set(execution, counted.taskDueAt());
            ESCALATE_AT.set(execution, counted.escalateAt());
        };
    }

    /** Somebody withdrew while it was open: everybody is told. */
    @Bean
    JavaDelegate voidBallot(BallotRounds rounds) {
        return execution ->
                IS_STILL_CONTESTED.set(execution, rounds.tellVoid(execution.getTenantId(), ELECTION_ID.get(execution)));
    }

    /** Lets the board do it, too. */
    @Bean
    JavaDelegate offerVoteTask(ElectionPlanning planning) {
        return execution -> planning.offer(execution.getTenantId(), execution.getProcessBusinessKey());
    }
}
