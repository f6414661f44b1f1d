package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who calls through our own doors; without it the engine's checks of rights and tenants do not run at all. Camunda's
 * own web applications do the same for themselves.
 */
class EngineCaller extends OncePerRequestFilter {

    private final IdentityService identityService;
    private final CurrentPerson person;
    private final Memberships memberships;

    EngineCaller(IdentityService identityService, CurrentPerson person, Memberships memberships) {
        this.identityService = identityService;
        this.person = person;
        this.memberships = memberships;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Doors.path(request).startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> id = person.id();
        if (id.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Memberships.Membership membership = memberships.of(id.get());
        identityService.setAuthentication(
                id.get(), List.copyOf(membership.groups()), List.copyOf(membership.clusters()));
        try {
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }
}
