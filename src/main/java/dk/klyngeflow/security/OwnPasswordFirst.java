package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whose password somebody else has set, and knows, chooses another before she does anything else: on every page and for programs too. */
class OwnPasswordFirst extends OncePerRequestFilter {

    private static final String PAGE = "/adgangskode";
    private static final Pattern OPEN =
            Pattern.compile(PAGE + "|/log(in|out)|/error|/hjaelp.*|/camunda/api/admin/auth/user/[^/]+/logout");

    private final CurrentPerson person;
    private final Memberships memberships;

    OwnPasswordFirst(CurrentPerson person, Memberships memberships) {
        this.person = person;
        this.memberships = memberships;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = Doors.path(request);
        boolean mustChoose = person.id()
                .filter(id -> memberships.of(id).mustChoose())
                .filter(id -> !OPEN.matcher(path).matches()
                        && !AccessConfiguration.STATIC.matcher(path).matches())
                .isPresent();
        if (!mustChoose) {
            chain.doFilter(request, response);
        } else if (RefusalAnswers.isInterface(request)) {
            RefusalAnswers.send(request, response, 403, "Vælg først din egen adgangskode på siden „Adgangskode“.");
        } else {
            response.sendRedirect(request.getContextPath() + PAGE + "?foerst");
        }
    }
}
