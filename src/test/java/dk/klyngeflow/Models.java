package dk.klyngeflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** All models and forms of a house, and where its code lies. */
record Models(Path root, String rootPackage, Path sources, Path tests) {

    private static final Pattern STEP = Pattern.compile("@Bean\\s+JavaDelegate (\\w+)\\(");
    private static final Set<String> MODEL_TYPES = Set.of("bpmn", "dmn");

    /** Reading takes longer than any rule; who holds a model against a rule does not change it. */
    private static final Map<String, BpmnModelInstance> READ = new ConcurrentHashMap<>();

    /** The application's own. */
    static Models here() {
        return new Models(Path.of(""), "dk.klyngeflow", Path.of("src/main/java"), Path.of("src/test/java"));
    }

    record Diagram(Path file, String text, BpmnModelInstance model) {

        String name() {
            return withoutEnding(file);
        }

        String stage() {
            return stageOf(file);
        }

        String stepsClass() {
            return pascal(name()) + "Steps";
        }

        Process process() {
            return model.getModelElementsByType(Process.class).iterator().next();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }
    }

    record Table(Path file, DmnModelInstance model) {

        String name() {
            return withoutEnding(file);
        }

        String stage() {
            return stageOf(file);
        }
    }

    record Form(Path file, String text) {

        String fileName() {
            return file.getFileName().toString();
        }

        String stage() {
            return stageOf(file);
        }
    }

    List<Diagram> diagrams() {
        return files("processes", "bpmn").map(file -> diagram(file, read(file))).toList();
    }

    private static Diagram diagram(Path file, String text) {
        BpmnModelInstance model = READ.computeIfAbsent(
                text,
                each -> Bpmn.readModelFromStream(new ByteArrayInputStream(each.getBytes(StandardCharsets.UTF_8))));
        return new Diagram(file, text, model);
    }

    List<Table> tables() {
        return files("processes", "dmn")
                .map(file -> new Table(file, Dmn.readModelFromFile(file.toFile())))
                .toList();
    }

    List<Form> forms() {
        return files("forms", "html").map(file -> new Form(file, read(file))).toList();
    }

    /** Files among the models that are no models. */
    List<String> strangers() {
        return files("processes", "")
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> !MODEL_TYPES.contains(name.substring(name.lastIndexOf('.') + 1)))
                .toList();
    }

    /** Simple names of the classes that own a process: {@code invoice-approval} is owned by {@code InvoiceApproval}. */
    Set<String> processClasses() {
        return files("processes", "bpmn")
                .map(file -> pascal(withoutEnding(file)))
                .collect(Collectors.toSet());
    }

    boolean hasClass(String stage, String simpleName) {
        return Files.exists(sourceFolder(stage).resolve(simpleName + ".java"));
    }

    boolean hasTest(String stage, String simpleName) {
        return Files.exists(
                tests.resolve(rootPackage.replace('.', '/')).resolve(stage).resolve(simpleName + ".java"));
    }

    /** The steps of a process, as its class of steps is written. */
    List<String> stepsOf(Diagram diagram) {
        Path file = sourceFolder(diagram.stage()).resolve(diagram.stepsClass() + ".java");
        return Files.exists(file) ? stepsIn(read(file)) : List.of();
    }

    private static List<String> stepsIn(String text) {
        return STEP.matcher(text).results().map(hit -> hit.group(1)).toList();
    }

    /** The class as compiled; empty when there is none. */
    Optional<Class<?>> find(String stage, String simpleName) {
        try {
            return Optional.of(Class.forName(rootPackage + "." + stage + "." + simpleName));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The text of every class of a stage. */
    List<String> sourcesOf(String stage) {
        return walk(sourceFolder(stage))
                .filter(file -> file.toString().endsWith(".java"))
                .map(Models::read)
                .toList();
    }

    /** Names that an expression may use for a bean: every class of ours, with a small first letter, and every step. */
    Set<String> beans() {
        return walk(sources.resolve(rootPackage.replace('.', '/')))
                .filter(file -> file.toString().endsWith(".java"))
                .flatMap(file -> Stream.concat(
                        Stream.of(uncapitalised(withoutEnding(file))),
                        withoutEnding(file).endsWith("Steps") ? stepsIn(read(file)).stream() : Stream.empty()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Path sourceFolder(String stage) {
        return sources.resolve(rootPackage.replace('.', '/')).resolve(stage);
    }

    private Stream<Path> files(String folder, String ending) {
        return walk(root.resolve(folder))
                .filter(file -> file.getFileName().toString().endsWith(ending));
    }

    private static Stream<Path> walk(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutEnding(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    /** {@code processes/04-meetings/meeting-cycle.bpmn} belongs to the stage {@code meetings}. */
    private static String stageOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString().replaceFirst("^\\d\\d-", "");
    }

    /** {@code meeting-cycle} and {@code bookRoom} are written {@code MeetingCycle} and {@code BookRoom} as classes. */
    static String pascal(String name) {
        return Pattern.compile("(?:^|-)([a-z])")
                .matcher(name)
                .replaceAll(hit -> hit.group(1).toUpperCase(Locale.ROOT));
    }

    /** {@code approveAgenda} is written {@code approve-agenda} in a file name. */
    static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** {@code meetingDate} is written {@code MEETING_DATE} as a constant. */
    static String constant(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static String uncapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
