package dk.klyngeflow.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every operation that the engine's REST interface has, read from its own classes: a new version cannot bring one unseen. */
final class EngineOperations {

    /** @param path below the engine's name, with its templates: {@code /task/{id}/claim} */
    record Operation(String method, String path) implements Comparable<Operation> {

        @Override
        public int compareTo(Operation other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private EngineOperations() {}

    static Set<Operation> all() {
        Set<Operation> found = new TreeSet<>();
        for (Method method : NamedProcessEngineRestServiceImpl.class.getMethods()) {
            Path path = method.getAnnotation(Path.class);
            if (path != null) {
                walk(method.getReturnType(), path.value().replace("/{name}", ""), new ArrayList<>(), found);
            }
        }
        return found;
    }

    private static void walk(Class<?> type, String prefix, List<Class<?>> above, Set<Operation> found) {
        if (above.contains(type)) {
            return;
        }
        List<Class<?>> here = new ArrayList<>(above);
        here.add(type);
        Set<Method> methods = new LinkedHashSet<>();
        family(type).forEach(member -> methods.addAll(Arrays.asList(member.getMethods())));
        for (Method method : methods) {
            Path path = method.getAnnotation(Path.class);
            String where = prefix + (path == null ? "" : "/" + path.value().replaceFirst("^/", ""));
            Optional<String> verb = verb(method);
            if (verb.isPresent()) {
                found.add(new Operation(verb.get(), clean(where)));
            } else if (path != null) {
                walk(method.getReturnType(), where, here, found);
            }
        }
    }

    private static Stream<Class<?>> family(Class<?> type) {
        Stream<Class<?>> parents = type.getSuperclass() == null ? Stream.empty() : family(type.getSuperclass());
        return Stream.concat(Stream.of(type), Stream.concat(parents, Arrays.stream(type.getInterfaces())));
    }

    private static Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                return Optional.of(http.value());
            }
        }
        return Optional.empty();
    }

    private static String clean(String path) {
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
