package dk.klyngeflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How code is written here, as rules over the text of Java and SQL files. Each rule returns what breaks it. */
final class SourceRules {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_STEP = 20;

    /** The clusters themselves, people (who may belong to several) and their passwords, and the one switch that holds everybody's mail. */
    private static final Set<String> OF_NO_CLUSTER = Set.of(
            "klyngeflow.cluster",
            "klyngeflow.person",
            "klyngeflow.mail_hold",
            "klyngeflow.mailbox_reading",
            "klyngeflow.password_due",
            "klyngeflow.kept_login",
            "klyngeflow.password_wish",
            "klyngeflow.founding_wish",
            "klyngeflow.support_entry",
            "klyngeflow.measure_catalogue",
            "klyngeflow.kept_year");

    private static final Pattern ENGINE_TABLE =
            Pattern.compile("\\bACT_(RE|RU|HI|ID|GE)_\\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP =
            Pattern.compile("@Bean\\s+JavaDelegate (\\w+)\\([^{]*\\{\\R(.*?)\\R    }\\R", Pattern.DOTALL);
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:final |abstract |sealed |non-sealed )*(?:class|interface|record|enum|@interface) (\\w+)",
            Pattern.MULTILINE);
    private static final Pattern SQL_WRITES = Pattern.compile(
            "\\b(insert into|delete from|update|truncate) +(?!klyngeflow\\.)([a-z_]+)( set| *\\(| where|\\b *\")");
    private static final Pattern TABLE =
            Pattern.compile("create table (?:if not exists )?([\\w.]+)\\s*\\((.*?)\\n\\s*\\)", Pattern.DOTALL);

    private final List<Path> files;

    private SourceRules(List<Path> files) {
        this.files = files;
    }

    static SourceRules under(String folder) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return new SourceRules(all.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> engineTablesNamedInSql() {
        return broken(
                ".(java|sql|xml)", (name, text) -> found(ENGINE_TABLE, text, hit -> name + " names " + hit.group()));
    }

    List<String> tooLong() {
        return broken(".java", (name, text) -> {
            long lines = text.lines().count();
            return lines > LONGEST_FILE ? List.of(name + " has " + lines + " lines") : List.of();
        });
    }

    List<String> stepsTooLong() {
        return broken(
                ".java",
                (name, text) -> found(STEP, text, hit -> {
                    long lines = hit.group(2).lines().count();
                    return lines > LONGEST_STEP ? "%s of %s has %d lines".formatted(hit.group(1), name, lines) : "";
                }));
    }

    List<String> publicTypesWithoutDocumentation() {
        return broken(
                ".java",
                (name, text) -> found(PUBLIC_TYPE, text, hit -> {
                    boolean documented = text.substring(0, hit.start()).contains("/**");
                    return documented ? "" : hit.group(1) + " does not say what it is for";
                }));
    }

    List<String> sqlWithoutSchema() {
        return broken(
                ".java",
                (name, text) ->
                        found(SQL_WRITES, text, hit -> name + " writes to " + hit.group(2) + " without its schema"));
    }

    List<String> tablesWithoutCluster() {
        return broken(
                ".sql",
                (name, text) -> found(TABLE, text, hit -> {
                    String table = hit.group(1);
                    boolean named = Pattern.compile("\\bcluster_id\\s+\\w+(\\(\\d+\\))?\\s+not null")
                            .matcher(hit.group(2))
                            .find();
                    return named || OF_NO_CLUSTER.contains(table) ? "" : table + " has no cluster_id";
                }));
    }

    List<String> tablesOutsideOurSchema() {
        return broken(
                ".sql",
                (name, text) -> found(
                        TABLE,
                        text,
                        hit -> hit.group(1).startsWith("klyngeflow.") ? "" : hit.group(1) + " is outside klyngeflow"));
    }

    private List<String> broken(String ending, BiFunction<String, String, List<String>> rule) {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.matches(".*" + ending.replaceFirst("^\\.", "\\\\."))) {
                all.addAll(rule.apply(name, read(file)));
            }
        }
        return all;
    }

    private static List<String> found(Pattern pattern, String text, java.util.function.Function<Matcher, String> say) {
        List<String> all = new ArrayList<>();
        Matcher hits = pattern.matcher(text);
        while (hits.find()) {
            String said = say.apply(hits);
            if (!said.isEmpty()) {
                all.add(said);
            }
        }
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
