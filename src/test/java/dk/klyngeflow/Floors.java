package dk.klyngeflow;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The floors of the house: platform at the bottom, capabilities, stages, and the demo on the roof. */
final class Floors {

    private static final Set<String> PLATFORM = Set.of("engine", "security", "pages", "start");
    private static final String ROOF = "demo";
    private static final Pattern PURPOSE = Pattern.compile("^/\\*\\*\\s+[A-Z][^.]{20,}\\.\\s+\\*/");

    private final JavaPackage root;
    private final Path sources;
    private final Set<String> stages;

    private Floors(JavaPackage root, Path sources, Set<String> stages) {
        this.root = root;
        this.sources = sources;
        this.stages = stages;
    }

    static Floors of(JavaClasses classes, String rootPackage, String sources, Set<String> stages) {
        return new Floors(classes.getPackage(rootPackage), Path.of(sources), stages);
    }

    /** The folders of {@code processes} without their digits: {@code 06-invoices} is {@code invoices}. */
    static Set<String> stagesIn(String folder) {
        try (Stream<Path> folders = Files.list(Path.of(folder))) {
            Set<String> stages = new TreeSet<>();
            folders.filter(Files::isDirectory)
                    .forEach(each -> stages.add(each.getFileName().toString().replaceFirst("^\\d\\d-", "")));
            return stages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> packages() {
        Set<String> names = new TreeSet<>();
        root.getSubpackages().forEach(each -> names.add(each.getRelativeName()));
        return names;
    }

    List<String> withoutPurpose() {
        return root.getSubpackages().stream()
                .filter(each -> !PURPOSE.matcher(packageInfo(each)).find())
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }

    List<String> withoutDeclaration() {
        return root.getSubpackages().stream()
                .filter(each ->
                        !each.isAnnotatedWith(ApplicationModule.class) || !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }

    /** What nobody can read at one sitting is two things; decision 39 says how a room was cut. */
    List<String> crowdedPackages(int most) {
        return root.getSubpackages().stream()
                .filter(each -> files(each) > most)
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }

    private long files(JavaPackage each) {
        try (Stream<Path> all = Files.list(sources.resolve(each.getName().replace('.', '/')))) {
            return all.filter(file -> file.toString().endsWith(".java")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> nestedPackages() {
        return root.getSubpackages().stream()
                .flatMap(each -> each.getSubpackagesInTree().stream())
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }

    List<String> upwardDependencies() {
        List<String> found = new ArrayList<>();
        for (JavaPackage from : root.getSubpackages()) {
            String name = from.getRelativeName();
            for (String to : allowedDependencies(from)) {
                Floor floor = floorOf(name);
                if (floorOf(to).compareTo(floor) > 0) {
                    found.add("the %s %s may not know the %s %s"
                            .formatted(floor.spoken(), name, floorOf(to).spoken(), to));
                } else if (floor == Floor.STAGE && floorOf(to) == Floor.STAGE) {
                    found.add("the stage %s may not know the stage %s".formatted(name, to));
                }
            }
        }
        return found;
    }

    /** What a package-info allows and nothing in the package does: the list of whom it knows is read as the truth. */
    List<String> allowedInVain() {
        List<String> found = new ArrayList<>();
        for (JavaPackage from : root.getSubpackages()) {
            Set<String> known = from.getClassDependenciesFromThisPackageTree().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .collect(Collectors.toSet());
            allowedDependencies(from).stream()
                    .filter(to -> !known.contains(root.getName() + "." + to))
                    .forEach(to -> found.add(from.getRelativeName() + " does not use " + to));
        }
        return found;
    }

    private enum Floor {
        PLATFORM,
        CAPABILITY,
        STAGE,
        ROOF;

        String spoken() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Floor floorOf(String name) {
        if (PLATFORM.contains(name)) {
            return Floor.PLATFORM;
        }
        if (ROOF.equals(name)) {
            return Floor.ROOF;
        }
        return stages.contains(name) ? Floor.STAGE : Floor.CAPABILITY;
    }

    private static List<String> allowedDependencies(JavaPackage from) {
        return from.tryGetAnnotationOfType(ApplicationModule.class)
                .map(module -> Arrays.asList(module.allowedDependencies()))
                .orElse(List.of());
    }

    private String packageInfo(JavaPackage each) {
        Path file = sources.resolve(each.getName().replace('.', '/')).resolve("package-info.java");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
