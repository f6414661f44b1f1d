package dk.klyngeflow.security;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Before every query the engine asks which groups have grants at all, and whether anything was revoked from this person. Both hardly ever
 * change, so the answers are remembered for as long as {@link Memberships} are: this node hears of a change when it is committed, another
 * one when its own memory runs out.
 *
 * <p>Whoever may read all tasks, and has nothing revoked, is not asked about each of them: then the tenants alone decide what is found, and
 * the query is as fast as without rights.
 */
final class RememberedGrants implements SessionFactory {

    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 10_000;
    private static final String GROUPS = "groups";

    private record Remembered(Object answer, long since, long changes) {}

    private record Everything(String personId, List<String> groups) {}

    private final Map<Object, Remembered> answers = new ConcurrentHashMap<>();

    /** How often grants were changed here; what was asked before a change is not believed after it. */
    private final AtomicLong changes = new AtomicLong();

    private final LongSupplier nanoTime;

    RememberedGrants() {
        this(System::nanoTime);
    }

    RememberedGrants(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new Grants();
    }

    private <T> T remembered(Object question, Class<T> type, Supplier<T> ask) {
        long now = nanoTime.getAsLong();
        Remembered known = answers.get(question);
        long seen = changes.get();
        if (known != null && known.changes() == seen && now - known.since() < REMEMBERED) {
            return type.cast(known.answer());
        }
        T answer = ask.get();
        if (answers.size() > MOST) {
            answers.clear();
        }
        answers.put(question, new Remembered(answer, now, seen));
        return answer;
    }

    @SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
    private final class Grants extends AuthorizationManager {

        private boolean isChanging;

        @Override
        @SuppressWarnings("unchecked")
        protected Set<String> getAllGroups() {
            return isChanging
                    ? super.getAllGroups()
                    : remembered(GROUPS, Set.class, () -> new HashSet<>(super.getAllGroups()));
        }

        @Override
        protected boolean isRevokeAuthCheckEnabled(String personId, List<String> groups) {
            return isChanging
                    ? super.isRevokeAuthCheckEnabled(personId, groups)
                    : remembered(
                            List.of(String.valueOf(personId), groups == null ? List.of() : List.copyOf(groups)),
                            Boolean.class,
                            () -> super.isRevokeAuthCheckEnabled(personId, groups));
        }

        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            super.configureTaskQuery(query);
            AuthorizationCheck check = query.getAuthCheck();
            if (check.isAuthorizationCheckEnabled()
                    && !check.isRevokeAuthorizationCheckEnabled()
                    && readsAllTasks(check.getAuthUserId(), check.getAuthGroupIds())) {
                check.setAuthorizationCheckEnabled(false);
            }
        }

        private boolean readsAllTasks(String personId, List<String> groups) {
            return !isChanging
                    && remembered(
                            new Everything(String.valueOf(personId), List.copyOf(groups)),
                            Boolean.class,
                            () -> isAuthorized(personId, groups, Permissions.READ, Resources.TASK, Authorization.ANY));
        }

        @Override
        public void insert(DbEntity grant) {
            change();
            super.insert(grant);
        }

        @Override
        public void update(AuthorizationEntity grant) {
            change();
            super.update(grant);
        }

        @Override
        public void delete(DbEntity grant) {
            change();
            super.delete(grant);
        }

        /** Nothing is ever granted on a single task, see {@link NoGrants}, so nothing need be deleted with it. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (resource != Resources.TASK) {
                super.deleteAuthorizationsByResourceId(resource, id);
            }
        }

        private void change() {
            if (!isChanging) {
                isChanging = true;
                changes.incrementAndGet();
                TransactionContext transaction = Context.getCommandContext().getTransactionContext();
                // once more, for what was asked in between
                transaction.addTransactionListener(TransactionState.COMMITTED, command -> changes.incrementAndGet());
                transaction.addTransactionListener(TransactionState.ROLLED_BACK, command -> changes.incrementAndGet());
            }
        }
    }
}
