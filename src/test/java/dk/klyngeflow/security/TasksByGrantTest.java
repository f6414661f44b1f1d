package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.ShortMemory;
import dk.klyngeflow.invoices.CountedSql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of tasks leaves the question of rights out for those who may read all tasks: for nobody else, and no longer than that is so. */
@KlyngeflowTest
class TasksByGrantTest {

    @Autowired
    TwoClusters clusters;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    TransactionTemplate transaction;

    private final String person = "reader-" + UUID.randomUUID();
    private final String group = "readers-" + UUID.randomUUID();
    private String task = "";

    @BeforeEach
    void aTaskIsOpen() {
        clusters.open();
        String key = "probe-" + UUID.randomUUID();
        cases.start("access-probe", TwoClusters.ONE, key, Map.of());
        task = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    @AfterEach
    void nothingIsLeft() {
        identities.clearAuthentication();
        authorizations.createAuthorizationQuery().groupIdIn(group).list().forEach(this::withdraw);
        authorizations.createAuthorizationQuery().userIdIn(person).list().forEach(this::withdraw);
    }

    @Test
    void whoHasNoGrantSeesNothing() {
        assertThat(sees(TwoClusters.ONE)).isFalse();
    }

    @Test
    void whoMayReadAllTasksSeesThoseOfHerClusters() {
        save(Authorization.AUTH_TYPE_GRANT, group, null, Authorization.ANY);

        assertThat(sees(TwoClusters.ONE)).isTrue();
        assertThat(sees(TwoClusters.TWO)).isFalse();
    }

    @Test
    void whoMayReadAllTasksIsNotAskedAboutEach() {
        assertThat(asked()).anyMatch(sql -> sql.contains("ACT_RU_AUTHORIZATION"));

        save(Authorization.AUTH_TYPE_GRANT, group, null, Authorization.ANY);
        asked();

        assertThat(asked()).hasSize(2).noneMatch(sql -> sql.contains("ACT_RU_AUTHORIZATION"));
    }

    @Test
    void aGrantOnOneTaskIsNoGrantOnAll() {
        save(Authorization.AUTH_TYPE_GRANT, group, null, "another");
        assertThat(sees(TwoClusters.ONE)).isFalse();

        save(Authorization.AUTH_TYPE_GRANT, group, null, task);
        assertThat(sees(TwoClusters.ONE)).isTrue();
    }

    @Test
    void whatIsWithdrawnActsAtOnce() {
        Authorization grant = save(Authorization.AUTH_TYPE_GRANT, group, null, Authorization.ANY);
        assertThat(sees(TwoClusters.ONE)).isTrue();

        withdraw(grant);

        assertThat(sees(TwoClusters.ONE)).isFalse();
    }

    @Test
    void whatIsRevokedActsAtOnce() {
        save(Authorization.AUTH_TYPE_GRANT, group, null, Authorization.ANY);
        assertThat(sees(TwoClusters.ONE)).isTrue();

        save(Authorization.AUTH_TYPE_REVOKE, null, person, Authorization.ANY);

        assertThat(sees(TwoClusters.ONE)).isFalse();
    }

    @Test
    void whatOneTaskIsRevokedFromIsStillLookedAt() {
        save(Authorization.AUTH_TYPE_GRANT, group, null, Authorization.ANY);
        save(Authorization.AUTH_TYPE_REVOKE, null, person, task);

        assertThat(sees(TwoClusters.ONE)).isFalse();
    }

    @Test
    void aGrantThatIsTakenBackWithItsTransactionIsForgotten() {
        transaction.executeWithoutResult(status -> {
            save(Authorization.AUTH_TYPE_GRANT, group, null, Authorization.ANY);
            assertThat(sees(TwoClusters.ONE)).isTrue();
            status.setRollbackOnly();
        });

        assertThat(sees(TwoClusters.ONE)).isFalse();
    }

    @Test
    void anotherNodeHearsOfItInTenSeconds() {
        AtomicLong time = new AtomicLong();
        SessionFactory here = engine.getSessionFactories().get(AuthorizationManager.class);
        SessionFactory there = new RememberedGrants(new ShortMemory(time::get));
        Authorization grant = save(Authorization.AUTH_TYPE_GRANT, group, null, Authorization.ANY);
        try {
            engine.getSessionFactories().put(AuthorizationManager.class, there);
            assertThat(sees(TwoClusters.ONE)).isTrue();
            engine.getSessionFactories().put(AuthorizationManager.class, here);
            withdraw(grant);
            engine.getSessionFactories().put(AuthorizationManager.class, there);

            time.addAndGet(Duration.ofSeconds(10).toNanos());

            assertThat(sees(TwoClusters.ONE)).isFalse();
        } finally {
            engine.getSessionFactories().put(AuthorizationManager.class, here);
        }
    }

    private List<String> asked() {
        return CountedSql.during(() -> sees(TwoClusters.ONE));
    }

    private boolean sees(String cluster) {
        identities.setAuthentication(person, List.of(group), List.of(cluster));
        try {
            boolean listed =
                    !tasks.createTaskQuery().taskId(task).listPage(0, 15).isEmpty();
            assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(listed ? 1 : 0);
            return listed;
        } finally {
            identities.clearAuthentication();
        }
    }

    private Authorization save(int type, @Nullable String groupId, @Nullable String userId, String resource) {
        Authorization authorization = authorizations.createNewAuthorization(type);
        if (groupId != null) {
            authorization.setGroupId(groupId);
        } else {
            authorization.setUserId(userId);
        }
        authorization.setResource(Resources.TASK);
        authorization.setResourceId(resource);
        if (type == Authorization.AUTH_TYPE_GRANT) {
            authorization.addPermission(Permissions.READ);
        } else {
            authorization.removePermission(Permissions.READ);
        }
        return authorizations.saveAuthorization(authorization);
    }

    private void withdraw(Authorization authorization) {
        authorizations.deleteAuthorization(authorization.getId());
    }
}
