package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands at the engine's REST interface and lets through what {@link Doors} leaves open. */
class DoorKeeper extends OncePerRequestFilter {

    private final CurrentPerson person;

    DoorKeeper(CurrentPerson person) {
        this.person = person;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> engine = Doors.engine(Doors.path(request));
        if (engine.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (Doors.shut(request.getMethod(), engine.get())) {
            RefusalAnswers.send(request, response, 403, "Det kan man ikke gøre her.");
        } else if (!person.isAdministrator() && !Doors.openToStaff(request.getMethod(), engine.get())) {
            RefusalAnswers.send(request, response, 403, RefusalAnswers.sentence(403));
        } else {
            chain.doFilter(request, response);
        }
    }
}
