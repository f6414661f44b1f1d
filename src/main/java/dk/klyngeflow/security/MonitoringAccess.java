package dk.klyngeflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * The machine that watches: HTTP Basic as {@code monitoring} reads figures and health with its details, and nothing else. It is no person and has no
 * row anywhere; without a password in the settings there is no such user.
 */
@Configuration(proxyBeanMethods = false)
class MonitoringAccess {

    /** Who may see what is inside health; see {@code management.endpoint.health.roles}. */
    static final String OPERATORS = "OPERATORS";

    private static final String BASIC = "Basic ";

    private final String user;
    private final String password;
    private final LoginThrottle throttle;

    MonitoringAccess(
            @Value("${klyngeflow.monitoring.user:monitoring}") String user,
            @Value("${klyngeflow.monitoring.password:}") String password,
            LoginThrottle throttle) {
        this.user = user;
        this.password = password;
        this.throttle = throttle;
    }

    @Bean
    @Order(1)
    SecurityFilterChain monitoringChain(HttpSecurity http, Entrance entrance) throws Exception {
        http.securityMatcher(request -> AccessConfiguration.isForPrograms(request) && isMonitoring(request));
        http.authorizeHttpRequests(rules -> rules.requestMatchers(
                        HttpMethod.GET,
                        "/actuator/prometheus",
                        "/actuator/health",
                        "/actuator/health/**",
                        "/actuator/info")
                .authenticated()
                .anyRequest()
                .denyAll());
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.authenticationManager(new ProviderManager(new Password()));
        http.httpBasic(basic -> basic.authenticationEntryPoint(entrance));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(entrance).accessDeniedHandler(entrance));
        return http.build();
    }

    private boolean isMonitoring(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (password.isBlank() || header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            return pair.startsWith(user + ":");
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** As slow to guess at as people's. */
    private final class Password implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication attempt) {
            String address = attempt.getDetails() instanceof WebAuthenticationDetails web
                    ? String.valueOf(web.getRemoteAddress())
                    : "";
            LoginThrottle.Caller caller = new LoginThrottle.Caller(address, Optional.empty());
            if (throttle.wait(caller, user).compareTo(Duration.ZERO) > 0) {
                throw new LockedException("too many attempts");
            }
            String typed = attempt.getCredentials() instanceof String text ? text : "";
            if (!MessageDigest.isEqual(bytes(password), bytes(typed))) {
                throttle.failed(caller, user);
                throw new BadCredentialsException("wrong password");
            }
            throttle.succeeded(caller, user);
            return UsernamePasswordAuthenticationToken.authenticated(
                    user, null, List.copyOf(AuthorityUtils.createAuthorityList("ROLE_" + OPERATORS)));
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
