package dk.klyngeflow.security;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Commands that the engine itself would let pass, or that go past our own checks, refused for whoever calls from outside. Our own code
 * calls them in the application's name.
 */
class CommandRules extends CommandInterceptor {

    /** Start or continue a case past the contract of its form. */
    private static final Set<String> NOBODY = Set.of(
            "StartProcessInstanceCmd",
            "StartProcessInstanceAtActivitiesCmd",
            "RestartProcessInstancesCmd",
            "RestartProcessInstancesBatchCmd",
            "ResolveTaskCmd",
            "DelegateTaskCmd",
            "HandleTaskBpmnErrorCmd",
            "HandleTaskEscalationCmd",
            "DeployCmd",
            "DeleteDeploymentCmd");

    /** Change who a task is for, or what others have written. */
    private static final Set<String> ADMINISTRATORS_ONLY = Set.of(
            "AddGroupIdentityLinkCmd",
            "AddUserIdentityLinkCmd",
            "DeleteGroupIdentityLinkCmd",
            "DeleteUserIdentityLinkCmd",
            "DeleteIdentityLinkCmd",
            "SetTaskOwnerCmd",
            "SetTaskNameCmd",
            "SetTaskDescriptionCmd",
            "SetTaskDueDateCmd",
            "SetTaskPriorityCmd",
            "UpdateCommentCmd",
            "DeleteTaskCommentCmd",
            "DeleteProcessInstanceCommentCmd",
            "CreateAttachmentCmd",
            "SaveAttachmentCmd",
            "DeleteAttachmentCmd");

    private final PasswordRule passwords;

    CommandRules(PasswordRule passwords) {
        this.passwords = passwords;
    }

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        if (context != null && context.isAuthorizationCheckEnabled()) {
            Authentication caller = context.getAuthentication();
            if (caller != null && caller.getUserId() != null) {
                check(command.getClass().getSimpleName(), caller);
            }
        }
        try {
            return next.execute(command);
        } catch (ProcessEngineException refused) {
            if (PasswordRule.ENGINES_WORDS.equals(refused.getMessage())) {
                throw Refused.badRequest(passwords.inWords());
            }
            throw refused;
        }
    }

    private static void check(String command, Authentication caller) {
        if (NOBODY.contains(command)) {
            throw Refused.forbidden("Det kan man ikke gøre her.");
        }
        if (ADMINISTRATORS_ONLY.contains(command) && !TaskRules.isAdministrator(caller)) {
            throw Refused.forbidden();
        }
    }
}
