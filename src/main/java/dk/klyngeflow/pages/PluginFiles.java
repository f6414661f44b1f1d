package dk.klyngeflow.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The parts of the web applications that Camunda hands out through its REST interface, where they are neither compressed nor kept: as the
 * other files of the same library. After security, so whoever is not logged in gets no further than before.
 */
@Component
@Order(0)
class PluginFiles extends OncePerRequestFilter {

    private static final Pattern FILE = Pattern.compile(
            "/camunda/api/(admin|cockpit|tasklist|welcome)/plugin/\\1Plugins/static/app/(plugin\\.(?:css|js))");

    private final ResourceHttpRequestHandler files;

    PluginFiles(ResourceHttpRequestHandler filesOfPlugins) {
        this.files = filesOfPlugins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher file = FILE.matcher(request.getRequestURI());
        if (!file.matches()) {
            chain.doFilter(request, response);
            return;
        }
        String path = file.group(1) + "/app/" + file.group(2);
        if (!new ClassPathResource(StaticFiles.PLUGINS + path).exists()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, path);
        files.handleRequest(request, response);
    }
}
