package dk.klyngeflow.security;

import dk.klyngeflow.engine.FormContracts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tasklist asks the engine which processes can be started, and the engine knows no roles: the question is narrowed to those that this
 * person may start. Hiding protects nothing; the contract of the start form refuses as well.
 */
@Component
class StartableOnly extends OncePerRequestFilter {

    private static final String QUESTION = "startableInTasklist=true";

    private final FormContracts contracts;
    private final CurrentPerson person;
    private final Memberships memberships;

    StartableOnly(FormContracts contracts, CurrentPerson person, Memberships memberships) {
        this.contracts = contracts;
        this.person = person;
        this.memberships = memberships;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String asked = request.getQueryString();
        return asked == null
                || !asked.contains(QUESTION)
                || !Doors.path(request).contains("/process-definition")
                || person.id().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<String> clusters = person.isAdministrator() ? memberships.clusters() : person.clusters();
        Set<String> keys = contracts.startableBy(person.requireId(), clusters);
        // an empty list would be no limit at all
        String narrowed = request.getQueryString() + "&keysIn=" + (keys.isEmpty() ? "-" : String.join(",", keys));
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return narrowed;
                    }
                },
                response);
    }
}
