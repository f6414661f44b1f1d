package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Details of health are for those who run the machines: whoever is platform administrator now has that role, other people have not. */
class OperatorsSeeInside extends OncePerRequestFilter {

    private final CurrentPerson person;

    OperatorsSeeInside(CurrentPerson person) {
        this.person = person;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Doors.path(request).startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public boolean isUserInRole(String role) {
                        return role.equals(MonitoringAccess.OPERATORS) && person.isAdministrator();
                    }
                },
                response);
    }
}
