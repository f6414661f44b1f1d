package dk.klyngeflow.security;

import dk.klyngeflow.start.NotStarted;
import dk.klyngeflow.start.RequiredSettings;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the port opens: the grants of the roles are written and there is an administrator. As long as there is none the engine would
 * let anybody make one (CVE-2026-77226).
 */
@Component
class ReadyToLetIn implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyToLetIn.class);
    private static final long LOCK = 7_240_119L;

    private final IdentityService identities;
    private final RoleGrants grants;
    private final AccessSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReadyToLetIn(
            IdentityService identities,
            RoleGrants grants,
            AccessSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.identities = identities;
        this.grants = grants;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // two nodes that start together would both write
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query((row, number) -> number)
                    .list();
            group(Role.STAFF, "Klyngernes folk");
            group(Role.ADMINISTRATORS, "Administratorer");
            grants.write();
            if (identities.createUserQuery().memberOfGroup(Role.ADMINISTRATORS).count() == 0) {
                createAdministrator();
            } else {
                sayWhatHasNoEffect();
            }
        });
    }

    private void group(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType("SYSTEM");
            identities.saveGroup(group);
        }
    }

    private void createAdministrator() {
        AccessSettings.Admin admin = settings.admin();
        if (admin == null || admin.id().isBlank() || admin.firstPassword().isBlank()) {
            throw new NotStarted(List.of(RequiredSettings.FIRST_PASSWORD));
        }
        if (identities.createUserQuery().userId(admin.id()).count() == 0) {
            User user = identities.newUser(admin.id());
            user.setFirstName("Platformens");
            user.setLastName("administrator");
            user.setEmail(admin.mail());
            user.setPassword(admin.firstPassword());
            identities.saveUser(user);
        }
        identities.createMembership(admin.id(), Role.ADMINISTRATORS);
        LOG.info("first administrator created");
    }

    /** Whoever changes the setting and starts again would believe that the old password is gone. */
    private void sayWhatHasNoEffect() {
        AccessSettings.Admin admin = settings.admin();
        if (admin != null && !admin.firstPassword().isBlank()) {
            LOG.info("KLYNGEFLOW_ADMIN_PASSWORD has no effect after the first start: a password is changed at /adgangskode;"
                    + " take the setting away");
        }
    }
}
