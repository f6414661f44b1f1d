package dk.klyngeflow.engine;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models and forms at start, when one of them has changed. Resources are named by their bare file names, from folders and from
 * the jar alike; the starter's own deployment names them by absolute path when it finds them in a folder, and a form is then not found.
 */
@Component
class ModelDeployment {

    private static final String[] PATTERNS = {
        "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.html"
    };

    private final RepositoryService models;

    ModelDeployment(RepositoryService models) {
        this.models = models;
    }

    @PostConstruct
    void deploy() throws IOException {
        DeploymentBuilder deployment = models.createDeployment()
                .name("klyngeflow")
                .source("klyngeflow")
                .enableDuplicateFiltering(true);
        resources().forEach((name, resource) -> {
            try (InputStream content = resource.getInputStream()) {
                deployment.addInputStream(name, content);
            } catch (IOException e) {
                throw new UncheckedIOException("model " + name + " cannot be read", e);
            }
        });
        deployment.deploy();
    }

    private static Map<String, Resource> resources() throws IOException {
        Map<String, Resource> resources = new TreeMap<>();
        for (String pattern : PATTERNS) {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String name = String.valueOf(resource.getFilename());
                Resource other = resources.put(name, resource);
                // a folder that stands twice on the class path gives every file twice; that is no ambiguity
                if (other != null && !Arrays.equals(other.getContentAsByteArray(), resource.getContentAsByteArray())) {
                    throw new IllegalStateException("two models or forms are called " + name);
                }
            }
        }
        return resources;
    }
}
