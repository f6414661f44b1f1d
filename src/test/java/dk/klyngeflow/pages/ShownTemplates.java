package dk.klyngeflow.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes which templates the running application has shown to somebody. */
@TestComponent
public class ShownTemplates implements WebMvcConfigurer, HandlerInterceptor {

    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        Object name = request.getAttribute(ShownTemplates.class.getName());
        if (name instanceof String template && fault == null) {
            shown.add(template);
        }
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        request.setAttribute(ShownTemplates.class.getName(), page == null ? null : page.getViewName());
    }

    public Set<String> names() {
        return Set.copyOf(shown);
    }
}
