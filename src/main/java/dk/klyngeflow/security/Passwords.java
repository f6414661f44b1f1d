package dk.klyngeflow.security;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Changes passwords, one's own or, for an administrator, somebody's. Every session that began with the old one ends. */
@Component
public class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final int LONGEST = 200;

    private final IdentityService identities;
    private final WithoutChecks withoutChecks;
    private final Memberships memberships;
    private final LoginThrottle throttle;
    private final KnownBrowsers browsers;
    private final AccessSettings settings;
    private final ObjectProvider<ClientRegistrationRepository> openIdConnect;

    Passwords(
            IdentityService identities,
            WithoutChecks withoutChecks,
            Memberships memberships,
            LoginThrottle throttle,
            KnownBrowsers browsers,
            AccessSettings settings,
            ObjectProvider<ClientRegistrationRepository> openIdConnect) {
        this.identities = identities;
        this.withoutChecks = withoutChecks;
        this.memberships = memberships;
        this.throttle = throttle;
        this.browsers = browsers;
        this.settings = settings;
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
        if (!identities.checkPassword(personId, old)) {
            throttle.failed(caller, personId);
            throw Refused.badRequest("Den nuværende adgangskode er forkert.");
        }
        throttle.succeeded(caller, personId);
        if (fresh.equals(old)) {
            throw Refused.badRequest("Den nye adgangskode skal være en anden end den gamle.");
        }
        set(personId, fresh);
    }

    /** What an administrator does for somebody who has forgotten hers. @throws Refused in Danish */
    public void give(String personId, String fresh) {
        set(personId, fresh);
        throttle.letIn(personId);
    }

    private void set(String personId, String fresh) {
        if (fresh.length() < shortest()) {
            throw Refused.badRequest("Adgangskoden skal have mindst " + shortest() + " tegn.");
        }
        if (fresh.length() > LONGEST) {
            throw Refused.badRequest("Adgangskoden må højst have " + LONGEST + " tegn.");
        }
        if (shortest() > personId.length() && fresh.toLowerCase(Locale.ROOT).contains(personId)) {
            throw Refused.badRequest("Adgangskoden må ikke indeholde brugernavnet.");
        }
        withoutChecks.run(() -> {
            User user = identities.createUserQuery().userId(personId).singleResult();
            if (user == null) {
                throw Refused.badRequest("Der er ingen med det brugernavn.");
            }
            user.setPassword(fresh);
            identities.saveUser(user);
        });
        memberships.forget();
        LOG.info("password of {} changed", personId);
    }

    /** The session that the change was made in goes on. */
    public void keep(HttpSession session, String personId) {
        session.setAttribute(SamePassword.ATTRIBUTE, memberships.of(personId).passwordMark());
    }
}
