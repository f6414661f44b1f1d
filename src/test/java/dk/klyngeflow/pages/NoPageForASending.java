package dk.klyngeflow.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * In every test that sends a form: what succeeds is answered by an address, never by a page, so that "back" and "reload" send nothing
 * again; what is refused may be shown at once, as a refusal, and so may what would happen, which has not.
 */
@TestComponent
class NoPageForASending implements WebMvcConfigurer, HandlerInterceptor {

    /** What a page says that only shows what would happen: personal data do not belong into an address. */
    private static final String PREVIEW = "preview";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (!request.getMethod().equals("POST") || page == null) {
            return;
        }
        String view = String.valueOf(page.getViewName());
        boolean isRefused = response.getStatus() >= 400
                || (page.getStatus() != null && page.getStatus().isError());
        if (!view.startsWith("redirect:") && !isRefused && !page.getModel().containsKey(PREVIEW)) {
            throw new IllegalStateException(request.getRequestURI() + " answers a sending with the page " + view);
        }
    }
}
