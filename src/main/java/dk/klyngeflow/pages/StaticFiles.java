package dk.klyngeflow.pages;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What is the same for everybody: the scripts and styles of the web applications, what the forms in Tasklist share, the look of our pages.
 * It goes over the wire compressed. A browser keeps it but asks each time whether it has changed; it asks by content, since every file in a
 * reproducible jar bears the same date. Only what bears Camunda's version in its address is kept without asking.
 *
 * <p>Pages and answers are never compressed: beside a text that a stranger chooses, their length would tell of the secrets in them.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final String WEB_APPS = "classpath:/META-INF/resources/webjars/camunda/";
    /** It is asked for at each change of view, and nothing is lost when an old one is seen for a day. */
    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private static final CacheControl ASK = CacheControl.noCache();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final CompressedFiles compressed = new CompressedFiles(new CompressedFiles.Version(
            "bust", String.valueOf(ProcessEngine.class.getPackage().getImplementationVersion()), FOR_EVER));

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "classpath:/forms/", "/forms-kit/{file:form-kit\\.css}");
        serve(registry, "classpath:/static/", "/{file:.+\\.(?:css|js|svg)}");
        registry.addResourceHandler("/camunda/{file:favicon\\.ico}")
                .addResourceLocations(WEB_APPS)
                .setCacheControl(A_DAY);
        serve(registry, WEB_APPS + "lib/", "/camunda/lib/{file:.+}");
        serve(registry, WEB_APPS + "assets/", "/camunda/assets/{file:.+}");
        serve(
                registry,
                WEB_APPS + "app/",
                "/camunda/app/{app}/{file:.+\\.(?:css|js|json|svg)}",
                "/camunda/app/{app}/{folder}/{file:.+\\.(?:css|js|json|svg)}");
    }

    private void serve(ResourceHandlerRegistry registry, String from, String... patterns) {
        registry.addResourceHandler(patterns)
                .addResourceLocations(from)
                .setCacheControl(ASK)
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::mark)
                .resourceChain(false)
                .addResolver(compressed);
    }

    private static String mark(Resource file) {
        return ((CompressedFiles.Sent) file).mark();
    }
}
