package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every query of the engine's interfaces a page when it names none. The engine refuses unlimited queries here, and some of Cockpit's
 * own are unlimited.
 */
@Component
class BoundedQueries extends OncePerRequestFilter {

    private static final String PAGE = "maxResults=2000";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Doors.path(request);
        return !path.startsWith("/camunda/api/") && !path.startsWith("/engine-rest");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        boolean isBounded = query != null && ("&" + query).contains("&maxResults=");
        chain.doFilter(isBounded ? request : new Bounded(request), response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            String query = super.getQueryString();
            return query == null || query.isEmpty() ? PAGE : query + "&" + PAGE;
        }
    }
}
