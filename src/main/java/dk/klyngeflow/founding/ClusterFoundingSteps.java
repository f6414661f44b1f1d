package dk.klyngeflow.founding;

import static dk.klyngeflow.founding.ClusterFoundingVariables.ASSEMBLY_AT;
import static dk.klyngeflow.founding.ClusterFoundingVariables.ASSEMBLY_UNTIL;
import static dk.klyngeflow.founding.ClusterFoundingVariables.DATES_CLOSE_AT;
import static dk.klyngeflow.founding.ClusterFoundingVariables.DATES_REMINDER_AT;
import static dk.klyngeflow.founding.ClusterFoundingVariables.FORMALITIES_UNTIL;
import static dk.klyngeflow.founding.ClusterFoundingVariables.IS_ENOUGH;
import static dk.klyngeflow.founding.ClusterFoundingVariables.JOINING_CLOSES_AT;
import static dk.klyngeflow.founding.ClusterFoundingVariables.JOIN_REMINDER_AT;
import static dk.klyngeflow.founding.ClusterFoundingVariables.PLACE_REMINDERS;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link ClusterFounding} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class ClusterFoundingSteps {

    /** Sends the founder her link, by which she names the practices. */
    @Bean
    JavaDelegate askForPractices(FoundingInvitations invitations) {
        return execution -> execution.setProcessBusinessKey(invitations.askForList(execution.getTenantId()));
    }

    /** Invites the practices that have not answered, for the first time or again. */
    @Bean
    JavaDelegate invitePractices(FoundingInvitations invitations) {
        return execution -> {
            FoundingTimes.Deadline deadline = invitations.invite(execution.getTenantId());
            JOIN_REMINDER_AT.set(execution, deadline.reminderAt());
            JOINING_CLOSES_AT.set(execution, deadline.closesAt());
        };
    }

    /** Reminds the practices that have not answered. */
    @Bean
    JavaDelegate remindPracticesToJoin(FoundingInvitations invitations) {
        return execution -> invitations.remind(execution.getTenantId());
    }

    /** Counts who has joined. */
    @Bean
    JavaDelegate countJoined(FoundingInvitations invitations) {
        return execution -> {
            FoundingInvitations.Counted counted = invitations.count(execution.getTenantId());
            IS_ENOUGH.set(execution, counted.isEnough());
            ASSEMBLY_UNTIL.set(execution, counted.assemblyUntil());
        };
    }

    /** Tells the founder that too few have joined. */
    @Bean
    JavaDelegate askToProlong(FoundingInvitations invitations) {
        return execution -> invitations.askToProlong(execution.getTenantId());
    }

    /** Asks the founder for dates. */
    @Bean
    JavaDelegate askForDates(FoundingAssembly assembly) {
        return execution -> assembly.askForDates(execution.getTenantId());
    }

    /** Asks everybody who has joined which dates suit them. */
    @Bean
    JavaDelegate askWhenPossible(FoundingAssembly assembly) {
        return execution -> {
            FoundingTimes.Deadline deadline = assembly.openPoll(execution.getTenantId());
            DATES_REMINDER_AT.set(execution, deadline.reminderAt());
            DATES_CLOSE_AT.set(execution, deadline.closesAt());
        };
    }

    /** Reminds those who have not answered. */
    @Bean
    JavaDelegate remindAboutDates(FoundingAssembly assembly) {
        return execution -> assembly.remind(execution.getTenantId());
    }

    /** Shows the founder the answers and asks her to convene. */
    @Bean
    JavaDelegate askToConvene(FoundingAssembly assembly) {
        return execution -> assembly.askToConvene(execution.getTenantId());
    }

    /** Invites everybody who has joined, with the draft of the statutes. */
    @Bean
    JavaDelegate inviteToAssembly(FoundingAssembly assembly) {
        return execution -> {
            FoundingAssembly.Convened convened = assembly.invite(execution.getTenantId());
            ASSEMBLY_AT.set(execution, convened.at());
            PLACE_REMINDERS.set(execution, convened.placeReminders());
        };
    }

    /** Reminds the place, when it has been asked and has not answered. */
    @Bean
    JavaDelegate remindPlace(FoundingPlace place) {
        return execution -> place.remind(execution.getTenantId());
    }

    /** Tells those who were invited that it does not take place. */
    @Bean
    JavaDelegate tellCalledOff(FoundingAssembly assembly) {
        return execution -> assembly.callOff(execution.getTenantId());
    }

    /** Sends the founder the form of the evening. */
    @Bean
    JavaDelegate askForRecord(FoundingAssembly assembly) {
        return execution -> assembly.askForRecord(execution.getTenantId());
    }

    /** Keeps the minutes and mails them. */
    @Bean
    JavaDelegate fileMinutes(FoundingMinutes minutes) {
        return execution -> FORMALITIES_UNTIL.set(execution, minutes.file(execution.getTenantId()));
    }

    /** Sends the links for registration, account and KiAP. */
    @Bean
    JavaDelegate askForFormalities(Formalities formalities) {
        return execution -> formalities.ask(execution.getTenantId());
    }

    /** Opens the cluster as it was founded. */
    @Bean
    JavaDelegate openCluster(FoundingOpening opening) {
        return execution -> opening.open(execution.getTenantId());
    }

    /** Gives the coordinator support and proposes a first meeting. */
    @Bean
    JavaDelegate welcomeCoordinator(FoundingOpening opening) {
        return execution -> opening.welcome(execution.getTenantId());
    }

    /** Nothing has happened for so long that it is closed. */
    @Bean
    JavaDelegate giveUpFounding(FoundingEnd end) {
        return execution -> end.giveUp(execution.getTenantId(), FoundingEnd.Why.NOTHING_HAPPENED);
    }

    /** The founder gives it up. */
    @Bean
    JavaDelegate abandonFounding(FoundingEnd end) {
        return execution -> end.giveUp(execution.getTenantId(), FoundingEnd.Why.FOUNDER_WISHES);
    }

    /** Reminds the founder of what waits for her. */
    @Bean
    JavaDelegate remindFounder(FounderMails mails) {
        return execution -> mails.remind(execution.getTenantId());
    }
}
