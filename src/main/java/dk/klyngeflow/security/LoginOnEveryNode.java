package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a person go on at a node that does not know her: hers is dead, or it is back and has forgotten. The session is made anew from what her
 * browser has and the database knows; nothing is serialised, and an ordinary page costs no statement. Ends the session of whoever has
 * logged out at another node.
 */
@Component
class LoginOnEveryNode {

    private static final Logger LOG = LoggerFactory.getLogger(LoginOnEveryNode.class);

    private static final String ID = LoginOnEveryNode.class.getName() + ".id";
    private static final String OVER = LoginOnEveryNode.class.getName() + ".over";

    /** Of the forms of our own pages. */
    static final String PAGE_TOKEN = LoginOnEveryNode.class.getName() + ".page";

    private final KeptLogins logins;
    private final Memberships memberships;

    LoginOnEveryNode(KeptLogins logins, Memberships memberships) {
        this.logins = logins;
        this.memberships = memberships;
    }

    /** After a good log-in; whoever was logged in here before no longer is. */
    void begin(String personId, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        id(session).ifPresent(logins::end);
        // she may have got her password on another node a moment ago
        memberships.forget(personId);
        String mark = memberships.of(personId).passwordMark();
        LoginSecret secret = LoginSecret.fresh();
        logins.begin(secret, personId, mark);
        fill(session, secret, mark);
        secret.give(response);
    }

    /** The browser forgets it as well; see the cookies of the log-out. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        (session == null ? Optional.<String>empty() : id(session))
                .or(() -> LoginSecret.of(request).map(LoginSecret::id))
                .ifPresent(logins::end);
    }

    /** What she logged in with no longer holds. */
    void over(HttpServletRequest request) {
        end(request);
        request.setAttribute(OVER, true);
    }

    /** She has chosen another password, and goes on. */
    void goOnWith(HttpSession session, String passwordMark) {
        session.setAttribute(SamePassword.ATTRIBUTE, passwordMark);
        id(session).ifPresent(id -> logins.goOnWith(id, passwordMark));
    }

    /** True when she was logged in and no longer is. */
    static boolean isOver(HttpServletRequest request) {
        return request.getAttribute(OVER) != null;
    }

    LoginFilter filter() {
        return new LoginFilter();
    }

    /** Before anybody asks who calls. */
    final class LoginFilter extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return AccessConfiguration.STATIC.matcher(Doors.path(request)).matches();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            HttpSession session = request.getSession(false);
            Optional<String> id = session == null ? Optional.empty() : id(session);
            if (session != null && id.isPresent()) {
                if (!logins.isGoingOn(id.get())) {
                    session.invalidate();
                    request.setAttribute(OVER, true);
                }
            } else {
                LoginSecret.of(request).ifPresent(secret -> goOn(secret, session, request));
            }
            chain.doFilter(request, response);
        }
    }

    private void goOn(LoginSecret secret, @Nullable HttpSession strange, HttpServletRequest request) {
        Optional<KeptLogins.Kept> kept = logins.find(secret);
        if (kept.isEmpty() || !hasThatPassword(kept.get())) {
            request.setAttribute(OVER, true);
            return;
        }
        if (strange != null) {
            // whoever may have planted it must not come in with her
            strange.invalidate();
        }
        String person = kept.get().personId();
        HttpSession session = request.getSession(true);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        person, null, AuthorityUtils.NO_AUTHORITIES)));
        fill(session, secret, kept.get().passwordMark());
        LOG.info("{} goes on at this node", person);
    }

    private boolean hasThatPassword(KeptLogins.Kept kept) {
        Memberships.Membership now = memberships.of(kept.personId());
        return now.known() && now.passwordMark().equals(kept.passwordMark());
    }

    private static void fill(HttpSession session, LoginSecret secret, String passwordMark) {
        session.setAttribute(ID, secret.id());
        session.setAttribute(PAGE_TOKEN, secret.pageToken());
        session.setAttribute(SamePassword.ATTRIBUTE, passwordMark);
        OneToken.put(session, secret.webAppsToken());
    }

    private static Optional<String> id(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(ID));
    }
}
