package dk.klyngeflow.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The scripts that the forms in Tasklist share. A form imports {@code form-kit.js}, and the browser asks whether it has changed; its parts
 * bear the version of them all in their address and are kept without asking. So a further form costs one question, or none.
 */
@Configuration(proxyBeanMethods = false)
class FormKitFiles implements WebMvcConfigurer {

    private static final String FORMS = "classpath:/forms/";
    private static final String LOOK = "form-kit.css";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String version = version();
        registry.addResourceHandler("/forms-kit/{file:form-kit\\.js}")
                .addResourceLocations(FORMS)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(entry -> '"' + DigestUtils.md5DigestAsHex(content(entry)) + '"')
                .resourceChain(true)
                .addTransformer((request, file, chain) -> withVersion(chain.transform(request, file), version));
        registry.addResourceHandler("/forms-kit/*/kit/*.js", "/forms-kit/*/" + LOOK)
                .addResourceLocations(FORMS)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .setUseLastModified(false)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version, "/**"))
                .addResolver(new CompressedFiles());
    }

    /** The parts import each other beside themselves, so it is enough that the first address leads to where they are. */
    private static Resource withVersion(Resource entry, String version) {
        String script = new String(content(entry), StandardCharsets.UTF_8);
        return new TransformedResource(
                entry, script.replace("'./kit/", "'./" + version + "/kit/").getBytes(StandardCharsets.UTF_8));
    }

    private static String version() {
        try {
            PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            Resource[] parts = files.getResources(FORMS + "kit/*.js");
            Arrays.sort(parts, Comparator.comparing(part -> String.valueOf(part.getFilename())));
            for (Resource part : parts) {
                all.write(content(part));
            }
            all.write(content(files.getResource(FORMS + LOOK)));
            return DigestUtils.md5DigestAsHex(all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
