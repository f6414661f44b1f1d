package dk.klyngeflow.election;

import static dk.klyngeflow.election.CoordinatorElectionVariables.ACCEPTANCE_DUE_AT;
import static dk.klyngeflow.election.CoordinatorElectionVariables.ACCEPTANCE_REMINDER_AT;
import static dk.klyngeflow.election.CoordinatorElectionVariables.ACCLAMATION_AT;
import static dk.klyngeflow.election.CoordinatorElectionVariables.ARE_CANDIDATES_KNOWN;
import static dk.klyngeflow.election.CoordinatorElectionVariables.CASE_LABEL;
import static dk.klyngeflow.election.CoordinatorElectionVariables.ELECTED_AT_ASSEMBLY;
import static dk.klyngeflow.election.CoordinatorElectionVariables.ELECTION_ID;
import static dk.klyngeflow.election.CoordinatorElectionVariables.ESCALATE_AT;
import static dk.klyngeflow.election.CoordinatorElectionVariables.HANDOVER_DAY;
import static dk.klyngeflow.election.CoordinatorElectionVariables.HAVE_ALL_ACCEPTED;
import static dk.klyngeflow.election.CoordinatorElectionVariables.HOW_MANY_STAND;
import static dk.klyngeflow.election.CoordinatorElectionVariables.IS_ANYBODY_ELECTED;
import static dk.klyngeflow.election.CoordinatorElectionVariables.IS_CONTESTED;
import static dk.klyngeflow.election.CoordinatorElectionVariables.IS_ELECTED_ALREADY;
import static dk.klyngeflow.election.CoordinatorElectionVariables.IS_HANDOVER_NEEDED;
import static dk.klyngeflow.election.CoordinatorElectionVariables.IS_POST_FILLED;
import static dk.klyngeflow.election.CoordinatorElectionVariables.IS_POST_MOVED;
import static dk.klyngeflow.election.CoordinatorElectionVariables.NOMINATIONS_CLOSE_AT;
import static dk.klyngeflow.election.CoordinatorElectionVariables.NOMINATION_REMINDER_AT;
import static dk.klyngeflow.election.CoordinatorElectionVariables.POST;
import static dk.klyngeflow.election.CoordinatorElectionVariables.SEATS;
import static dk.klyngeflow.election.CoordinatorElectionVariables.STANDING;
import static dk.klyngeflow.election.CoordinatorElectionVariables.SUCCESSOR;
import static dk.klyngeflow.election.CoordinatorElectionVariables.TAKES_OFFICE;
import static dk.klyngeflow.election.CoordinatorElectionVariables.TASK_DUE_AT;

import dk.klyngeflow.election.CoordinatorElectionVariables.Standing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link CoordinatorElection} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class CoordinatorElectionSteps {

    /** Freezes the roll, unless the one who started it in Tasklist has done so. */
    @Bean
    JavaDelegate registerElection(ElectionPlanning planning) {
        return execution -> {
            ElectionPlanning.Opened opened = planning.open(
                    execution.getTenantId(),
                    ELECTION_ID.find(execution),
                    POST.find(execution),
                    SEATS.find(execution),
                    TAKES_OFFICE.find(execution),
                    new ElectionPlanning.FromAssembly(
                            STANDING.find(execution).orElse(""),
                            ELECTED_AT_ASSEMBLY.find(execution).orElse("")));
            IS_ELECTED_ALREADY.set(execution, opened.isElectedAlready());
            execution.setProcessBusinessKey(opened.election().businessKey());
            ELECTION_ID.set(execution, opened.election().electionId());
            CASE_LABEL.set(execution, opened.election().label());
            IS_POST_FILLED.set(execution, false);
            IS_POST_MOVED.set(execution, false);
            ESCALATE_AT.set(execution, opened.escalateAt());
            TASK_DUE_AT.set(execution, opened.taskDueAt());
        };
    }

    /** Who stands already, after a vote that came to nothing. */
    @Bean
    JavaDelegate findStanding(Nominations nominations) {
        return execution -> {
            Nominations.Stand stand = nominations.standing(execution.getTenantId(), ELECTION_ID.get(execution));
            ARE_CANDIDATES_KNOWN.set(execution, stand.howMany() == Standing.ENOUGH);
            IS_CONTESTED.set(execution, stand.isContested());
        };
    }

    /** Asks everybody on the roll. */
    @Bean
    JavaDelegate openNominations(Nominations nominations) {
        return execution -> times(execution, nominations.open(execution.getTenantId(), ELECTION_ID.get(execution)));
    }

    /** Reminds those who have not answered. */
    @Bean
    JavaDelegate remindNominators(Nominations nominations) {
        return execution -> nominations.remind(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** Takes no nominations any longer and counts who stands. */
    @Bean
    JavaDelegate countCandidates(Nominations nominations) {
        return execution -> {
            Nominations.Stand stand = nominations.close(execution.getTenantId(), ELECTION_ID.get(execution));
            HOW_MANY_STAND.set(execution, stand.howMany());
            IS_CONTESTED.set(execution, stand.isContested());
            TASK_DUE_AT.set(execution, stand.taskDueAt());
        };
    }

    /** Once, when too few stand. */
    @Bean
    JavaDelegate prolongNominations(Nominations nominations) {
        return execution -> times(execution, nominations.prolong(execution.getTenantId(), ELECTION_ID.get(execution)));
    }

    /** Nobody stands: asks those who support the cluster. */
    @Bean
    JavaDelegate askForHelp(Nominations nominations) {
        return execution -> nominations.askForHelp(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** Tells everybody that there are no more than there are seats. */
    @Bean
    JavaDelegate announceAcclamation(Acclamations acclamations) {
        return execution -> ACCLAMATION_AT.set(
                execution, acclamations.announce(execution.getTenantId(), ELECTION_ID.get(execution)));
    }

    /** Nobody has asked for a vote. */
    @Bean
    JavaDelegate electUnopposed(Acclamations acclamations) {
        return execution -> {
            boolean isAnybodyElected = acclamations.elect(execution.getTenantId(), ELECTION_ID.get(execution));
            IS_ANYBODY_ELECTED.set(execution, isAnybodyElected);
        };
    }

    /** Asks those who have been elected and not answered. */
    @Bean
    JavaDelegate askElected(Acceptances acceptances) {
        return execution -> {
            Acceptances.Asked asked = acceptances.ask(execution.getTenantId(), ELECTION_ID.get(execution));
            ACCEPTANCE_REMINDER_AT.set(execution, asked.reminderAt());
            ACCEPTANCE_DUE_AT.set(execution, asked.dueAt());
        };
    }

    /** Reminds those of them who have not answered. */
    @Bean
    JavaDelegate remindElected(Acceptances acceptances) {
        return execution -> acceptances.remind(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** Whether all have said yes. */
    @Bean
    JavaDelegate countAcceptances(Acceptances acceptances) {
        return execution -> {
            Acceptances.Answers answers = acceptances.count(execution.getTenantId(), ELECTION_ID.get(execution));
            HAVE_ALL_ACCEPTED.set(execution, answers.haveAllAccepted());
            IS_POST_FILLED.set(execution, answers.haveAllAccepted());
            TASK_DUE_AT.set(execution, answers.taskDueAt());
        };
    }

    /** Tells everybody, with the protocol, and from which day. */
    @Bean
    JavaDelegate announceElected(ElectionResults results) {
        return execution -> {
            ElectionResults.Announced announced = results.announce(execution.getTenantId(), ELECTION_ID.get(execution));
            IS_HANDOVER_NEEDED.set(execution, announced.isHandoverNeeded());
            HANDOVER_DAY.set(execution, announced.takesOffice());
            if (announced.isHandoverNeeded()) {
                SUCCESSOR.set(execution, announced.elected());
            }
        };
    }

    /** From the day agreed upon. */
    @Bean
    JavaDelegate givePosts(ElectionResults results) {
        return execution -> results.givePosts(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** The handover was stopped: everybody hears who is coordinator. */
    @Bean
    JavaDelegate tellOfUnmovedPost(ElectionResults results) {
        return execution -> results.tellOfUnmovedPost(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** Offers what has lain too long to the board as well. */
    @Bean
    JavaDelegate escalateElection(ElectionPlanning planning) {
        return execution -> ESCALATE_AT.set(
                execution, planning.offerOverdue(execution.getTenantId(), execution.getProcessBusinessKey()));
    }

    /** Nobody was found. */
    @Bean
    JavaDelegate tellOfFailure(ElectionResults results) {
        return execution -> results.tellOfFailure(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    /** Somebody has cancelled it. */
    @Bean
    JavaDelegate tellOfCancellation(ElectionResults results) {
        return execution -> results.tellOfCancellation(execution.getTenantId(), ELECTION_ID.get(execution));
    }

    private static void times(DelegateExecution execution, ElectionTimes.Nominating times) {
        NOMINATION_REMINDER_AT.set(execution, times.reminderAt());
        NOMINATIONS_CLOSE_AT.set(execution, times.closesAt());
    }
}
