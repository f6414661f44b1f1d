package dk.klyngeflow.security;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes passwords, one's own or, for an administrator, somebody's. Every session that began with the old one ends. */
@Component
public class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    private final IdentityService identities;
    private final WithoutChecks withoutChecks;
    private final Memberships memberships;
    private final LoginOnEveryNode logins;
    private final LoginThrottle throttle;
    private final KnownBrowsers browsers;
    private final AccessSettings settings;
    private final PasswordRule rule;
    private final PasswordsDue due;
    private final SecurityLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ObjectProvider<ClientRegistrationRepository> openIdConnect;

    Passwords(
            IdentityService identities,
            WithoutChecks withoutChecks,
            Memberships memberships,
            LoginOnEveryNode logins,
            LoginThrottle throttle,
            KnownBrowsers browsers,
            AccessSettings settings,
            PasswordsDue due,
            SecurityLog log,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            ObjectProvider<ClientRegistrationRepository> openIdConnect) {
        this.identities = identities;
        this.withoutChecks = withoutChecks;
        this.memberships = memberships;
        this.logins = logins;
        this.throttle = throttle;
        this.browsers = browsers;
        this.settings = settings;
        this.rule = new PasswordRule(settings.login().shortestPassword());
        this.due = due;
        this.log = log;
        this.events = events;
        this.transaction = transaction;
        this.openIdConnect = openIdConnect;
    }

    /** False when people log in elsewhere. */
    public boolean areKeptHere() {
        return openIdConnect.getIfAvailable() == null;
    }

    /** The fewest characters a new one may have. */
    public int shortest() {
        return settings.login().shortestPassword();
    }

    /**
     * @param address from where she asks; guessing the old password counts as guessing at the log-in
     * @throws Refused in Danish: 400 when the old one is wrong or the new one will not do, 429 after too many attempts
     */
    public void change(String personId, String old, String fresh, String address) {
        LoginThrottle.Caller caller = new LoginThrottle.Caller(address, browsers.of(personId));
        Duration wait = throttle.wait(caller, personId);
        if (!wait.isZero()) {
            throw Refused.tooMany();
        }
        // a plain member may read nobody in the engine, not even herself
        if (!withoutChecks.get(() -> identities.checkPassword(personId, old))) {
            throttle.failed(caller, personId);
            log.note(SecurityLog.Kind.LOGIN_FAILED);
            throw Refused.badRequest("Den nuværende adgangskode er forkert.");
        }
        throttle.succeeded(caller, personId);
        if (fresh.equals(old)) {
            throw Refused.badRequest("Den nye adgangskode skal være en anden end den gamle.");
        }
        set(personId, fresh, SecurityLog.Kind.PASSWORD_CHANGED);
    }

    /** What an administrator does for somebody who has forgotten hers; she must choose another when she logs in. @throws Refused in Danish */
    public void give(String personId, String fresh) {
        set(personId, fresh, SecurityLog.Kind.PASSWORD_GIVEN);
        throttle.letIn(personId);
    }

    /** What she chooses with a link that was mailed to her. @throws Refused in Danish */
    public void choose(String personId, String fresh) {
        set(personId, fresh, SecurityLog.Kind.PASSWORD_CHOSEN);
        throttle.letIn(personId);
    }

    /** What is wrong with it, in Danish; empty when it will do. */
    public Optional<String> objectionTo(String fresh, String personId) {
        return rule.objectionTo(fresh, personId);
    }

    /** True for somebody we know who has never had a password that anybody knows. */
    public boolean hasNone(String personId) {
        return due.of(personId).filter(PasswordsDue.Reason.NONE::equals).isPresent();
    }

    /** True when somebody else has set it and knows it, so that she must choose another before she does anything else. */
    public boolean mustBeChosen(String personId) {
        return areKeptHere() && due.mustChoose(personId);
    }

    private void set(String personId, String fresh, SecurityLog.Kind kind) {
        rule.objectionTo(fresh, personId).ifPresent(objection -> {
            throw Refused.badRequest(objection);
        });
        transaction.executeWithoutResult(status -> {
            withoutChecks.run(() -> {
                User user = identities.createUserQuery().userId(personId).singleResult();
                if (user == null) {
                    throw Refused.badRequest("Der er ingen med det brugernavn.");
                }
                user.setPassword(fresh);
                withoutChecks.save(user);
            });
            isSet(personId, kind);
        });
        memberships.forget();
    }

    /** Told by the engine, in its transaction, when a password was set on one of its own doors. */
    void setThroughTheEngine(String personId, String caller) {
        isSet(personId, personId.equals(caller) ? SecurityLog.Kind.PASSWORD_CHANGED : SecurityLog.Kind.PASSWORD_GIVEN);
        memberships.forget();
    }

    /** Told by the engine, in its transaction: who is administrator is decided on its own page. */
    void administrator(String personId, boolean isOne) {
        log.note(
                isOne ? SecurityLog.Kind.ADMINISTRATOR_ADDED : SecurityLog.Kind.ADMINISTRATOR_REMOVED,
                personId,
                "",
                "");
    }

    private void isSet(String personId, SecurityLog.Kind kind) {
        boolean isOwnChoice = kind != SecurityLog.Kind.PASSWORD_GIVEN;
        if (isOwnChoice) {
            due.chosen(personId);
        } else {
            due.note(personId, PasswordsDue.Reason.GIVEN);
        }
        log.note(kind, personId, "", "");
        events.publishEvent(new PasswordChanged(personId, isOwnChoice));
        LOG.info("password of {} changed", personId);
    }

    /** The session that the change was made in goes on. */
    public void keep(HttpSession session, String personId) {
        logins.goOnWith(session, memberships.of(personId).passwordMark());
    }
}
