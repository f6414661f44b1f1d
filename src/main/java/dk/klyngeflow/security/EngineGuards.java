package dk.klyngeflow.security;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts our guards into the engine before it is built. Must not ask for the engine itself. */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {

    private static final long ADMINISTRATORS_LOCK = 7_240_118L;

    private final ApplicationContext context;
    private final DataSource dataSource;
    private final ObjectProvider<Memberships> memberships;
    private final ObjectProvider<OwnPeople> people;
    private final ObjectProvider<Passwords> passwords;
    private final PasswordRule rule;

    EngineGuards(
            ApplicationContext context,
            DataSource dataSource,
            ObjectProvider<Memberships> memberships,
            ObjectProvider<OwnPeople> people,
            ObjectProvider<Passwords> passwords,
            AccessSettings settings) {
        this.context = context;
        this.dataSource = dataSource;
        this.memberships = memberships;
        this.people = people;
        this.passwords = passwords;
        this.rule = new PasswordRule(settings.login().shortestPassword());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setTenantCheckEnabled(true);
        // a refusal is no fault: the engine would write each with a stack trace and what was typed
        engine.setEnableCmdExceptionLogging(false);
        engine.setExpressionManager(new GuardedExpressions(context, engine.getBeans()));
        engine.setResourceAuthorizationProvider(NoGrants.provider());
        JdbcClient jdbc = JdbcClient.create(dataSource);
        engine.setIdentityProviderSessionFactory(new IdentitySessions(
                () -> jdbc.sql("select pg_advisory_xact_lock(?)")
                        .param(ADMINISTRATORS_LOCK)
                        .query((row, number) -> number)
                        .list(),
                () -> memberships.ifAvailable(Memberships::forget),
                new OwnColleagues.Told() {
                    @Override
                    public void passwordSet(String person, String caller) {
                        passwords.getObject().setThroughTheEngine(person, caller);
                    }

                    @Override
                    public void administrator(String person, boolean isOne) {
                        passwords.getObject().administrator(person, isOne);
                    }
                },
                id -> people.stream().anyMatch(known -> known.knows(id))));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(rule);
        if (engine.getCustomSessionFactories() == null) {
            engine.setCustomSessionFactories(new ArrayList<>());
        }
        engine.getCustomSessionFactories().add(new RememberedGrants());
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), new RefusalKeeper()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new RefusalKeeper()));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), new CommandRules(rule)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new CommandRules(rule)));
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new EveryTask());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        // first, so that what belongs to another cluster is not found before it is forbidden
        engine.getCommandCheckers().add(0, TaskRules.checker());
    }

    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> known, CommandInterceptor ours) {
        List<CommandInterceptor> all = known == null ? new ArrayList<>() : new ArrayList<>(known);
        all.add(ours);
        return all;
    }

    /** Has the assignee of every user task checked, and lets no model bring a script. */
    private static final class EveryTask extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, TaskRules::checkAssignee);
        }

        @Override
        public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            throw new IllegalStateException("script task " + activity.getId() + ": scripts are not allowed");
        }
    }

    private record IdentitySessions(
            Runnable oneAtATime, Runnable changed, OwnColleagues.Told told, Predicate<String> isPerson)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return OwnColleagues.class;
        }

        @Override
        public Session openSession() {
            return new OwnColleagues(oneAtATime, changed, told, isPerson);
        }
    }
}
