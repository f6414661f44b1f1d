package dk.klyngeflow.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The two files that the forms in Tasklist share, and the look of our pages. A browser keeps them but asks each time whether they have
 * changed; it asks by content, since every file in a reproducible jar bears the same date.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/forms-kit/form-kit.*")
                .addResourceLocations("classpath:/forms/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::hash);
        registry.addResourceHandler("/{file:app\\.css|logo\\.svg}")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::hash);
    }

    private static String hash(Resource file) {
        try {
            return '"' + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
