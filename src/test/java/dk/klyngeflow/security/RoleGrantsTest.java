package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.invoices.CountedSql;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every start puts the grants right, and asks once when nothing is wrong. */
@KlyngeflowTest
class RoleGrantsTest {

    @Autowired
    RoleGrants grants;

    @Autowired
    AuthorizationService authorizations;

    @AfterEach
    void allIsRight() {
        grants.write();
    }

    @Test
    void whatIsRightIsAskedOnce() {
        assertThat(CountedSql.during(grants::write)).hasSize(1);
    }

    @Test
    void whatIsMissingIsGivenAgain() {
        authorizations.deleteAuthorization(ofTasks().getId());

        grants.write();

        assertThat(ofTasks().isPermissionGranted(TaskPermissions.TASK_WORK)).isTrue();
    }

    @Test
    void moreThanIsWantedIsTakenBack() {
        Authorization grant = ofTasks();
        grant.setPermissions(new Permission[] {Permissions.READ, Permissions.DELETE});
        authorizations.saveAuthorization(grant);

        grants.write();

        assertThat(ofTasks().isPermissionGranted(TaskPermissions.TASK_WORK)).isTrue();
        assertThat(ofTasks().isPermissionGranted(Permissions.DELETE)).isFalse();
    }

    private Authorization ofTasks() {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(Role.STAFF)
                .resourceType(Resources.TASK)
                .resourceId(Authorization.ANY)
                .singleResult();
    }
}
