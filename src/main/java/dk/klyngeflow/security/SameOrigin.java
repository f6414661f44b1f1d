package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other sites from using a person's session against our interface. A call that changes something must carry a header that a
 * browser sends across sites only after asking us, which we never allow; and no browser that says it comes from another site gets in.
 */
class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS.contains(request.getMethod()) || allowed(request)) {
            chain.doFilter(request, response);
            return;
        }
        RefusalAnswers.send(request, response, 403, "Kaldet skal komme fra klyngens egne sider.");
    }

    private static boolean allowed(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return true;
        }
        return request.getHeader("X-Requested-With") != null
                || request.getHeader("X-XSRF-TOKEN") != null
                || request.getHeader("X-CSRF-TOKEN") != null;
    }
}
