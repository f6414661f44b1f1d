package dk.klyngeflow.pages;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * What is the same for everybody: the scripts and styles of the web applications, what the forms in Tasklist share, the look of our pages.
 * It goes over the wire compressed. A browser keeps it but asks each time whether it has changed; it asks by content, since every file in a
 * reproducible jar bears the same date. What we add to the web applications may be an hour old while it asks, so that nobody waits for the
 * answer. Only what bears Camunda's version in its address is kept without asking.
 *
 * <p>Pages and answers are never compressed: beside a text that a stranger chooses, their length would tell of the secrets in them.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final String WEB_APPS = "classpath:/META-INF/resources/webjars/camunda/";
    static final String PLUGINS = "META-INF/resources/plugin/";
    private static final CacheControl ASK = CacheControl.noCache();
    private static final CacheControl SOON =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate().staleWhileRevalidate(Duration.ofHours(1));
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final CompressedFiles compressed = compressed();

    private static CompressedFiles compressed() {
        return new CompressedFiles(new CompressedFiles.Version(
                "bust", String.valueOf(ProcessEngine.class.getPackage().getImplementationVersion()), FOR_EVER));
    }

    @Bean
    static ResourceHttpRequestHandler filesOfPlugins() {
        ResourceHttpRequestHandler files = new ResourceHttpRequestHandler();
        files.setLocations(List.of(new ClassPathResource(PLUGINS)));
        files.setCacheControl(SOON);
        files.setUseLastModified(false);
        files.setEtagGenerator(StaticFiles::mark);
        files.setResourceResolvers(List.of(compressed(), new PathResourceResolver()));
        return files;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, ASK, "classpath:/forms/", "/forms-kit/{file:form-kit\\.css}");
        serve(registry, ASK, "classpath:/static/", "/{file:.+\\.(?:css|js|svg)}");
        serve(registry, SOON, WEB_APPS + "lib/", "/camunda/lib/{file:.+}");
        serve(registry, SOON, WEB_APPS + "assets/", "/camunda/assets/{file:.+}");
        serve(
                registry,
                SOON,
                WEB_APPS + "app/",
                "/camunda/app/{app}/{file:.+\\.(?:css|js|json|svg)}",
                "/camunda/app/{app}/{folder}/{file:.+\\.(?:css|js|json|svg)}");
    }

    private void serve(ResourceHandlerRegistry registry, CacheControl kept, String from, String... patterns) {
        registry.addResourceHandler(patterns)
                .addResourceLocations(from)
                .setCacheControl(kept)
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::mark)
                .resourceChain(false)
                .addResolver(compressed);
    }

    private static String mark(Resource file) {
        return ((CompressedFiles.Sent) file).mark();
    }
}
