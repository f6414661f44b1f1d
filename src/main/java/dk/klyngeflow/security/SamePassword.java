package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose person has got another password since it began, or is no longer there: on every node, however the password was
 * changed. Another node hears of it when its memory of the person runs out.
 */
class SamePassword extends OncePerRequestFilter {

    static final String ATTRIBUTE = SamePassword.class.getName();

    private final CurrentPerson person;
    private final Memberships memberships;
    private final LoginOnEveryNode logins;

    SamePassword(CurrentPerson person, Memberships memberships, LoginOnEveryNode logins) {
        this.person = person;
        this.memberships = memberships;
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<String> id = person.id();
        if (session != null && id.isPresent()) {
            Memberships.Membership membership = memberships.of(id.get());
            Object began = session.getAttribute(ATTRIBUTE);
            if (!membership.known() || (began != null && !began.equals(membership.passwordMark()))) {
                logins.over(request);
                session.invalidate();
                SecurityContext nobody = SecurityContextHolder.createEmptyContext();
                nobody.setAuthentication(new AnonymousAuthenticationToken(
                        ATTRIBUTE, "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
                SecurityContextHolder.setContext(nobody);
            } else if (began == null) {
                session.setAttribute(ATTRIBUTE, membership.passwordMark());
            }
        }
        chain.doFilter(request, response);
    }
}
