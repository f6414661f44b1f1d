package dk.klyngeflow.security;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logs people in against the engine's identity tables. */
@Component
class EnginePasswords implements AuthenticationProvider {

    private final IdentityService identityService;
    private final LoginThrottle throttle;
    private final KnownBrowsers browsers;
    private final LoginLog log;

    EnginePasswords(IdentityService identityService, LoginThrottle throttle, KnownBrowsers browsers, LoginLog log) {
        this.identityService = identityService;
        this.throttle = throttle;
        this.browsers = browsers;
        this.log = log;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName() == null ? "" : attempt.getName().strip();
        String password = attempt.getCredentials() instanceof String text ? text : "";
        String address = address(attempt.getDetails());
        LoginThrottle.Caller caller = new LoginThrottle.Caller(address, browsers.of(name, attempt.getDetails()));
        Duration wait = throttle.wait(caller, name);
        if (!wait.isZero()) {
            throw new LockedException("too many attempts");
        }
        if (name.isEmpty() || password.isEmpty() || !identityService.checkPassword(name, password)) {
            throttle.failed(caller, name);
            log.failed(name, address, !throttle.wait(caller, name).isZero());
            throw new BadCredentialsException("wrong name or password");
        }
        throttle.succeeded(caller, name);
        if (!(attempt.getDetails() instanceof KnownBrowsers.Details)) {
            log.program(name, address);
        }
        UsernamePasswordAuthenticationToken result =
                UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
        result.setDetails(attempt.getDetails());
        return result;
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
