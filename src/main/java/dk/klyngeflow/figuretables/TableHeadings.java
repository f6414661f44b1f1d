package dk.klyngeflow.figuretables;

import dk.klyngeflow.figuretables.TableGrid.Line;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the headings of a table among its first lines, and what each column holds: one figure a line, or many side by side. */
public final class TableHeadings {

    static final int LOOKED_AT = 60;

    private static final Map<Role, Pattern> ROLES = roles();
    private static final String FIGURE =
            "tæller|taeller|nævner|naevner|numerator|denominator|antal|population|andel|procent|pct\\.?|%";
    private static final Pattern LAST = Pattern.compile("(.*\\S)[ :,–-]+(" + FIGURE + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST = Pattern.compile("(" + FIGURE + ")[ :,–-]+(\\S.*)", Pattern.CASE_INSENSITIVE);

    private TableHeadings() {}

    public enum Role {
        PROVIDER,
        MEASURE,
        PERIOD,
        YEAR,
        DENOMINATOR,
        SHARE,
        PER_THOUSAND,
        NUMERATOR
    }

    /**
     * Where one figure stands in a line; -1 for what is not there.
     *
     * @param measure as the headings name it; null when a column or the reader does
     */
    record Figure(@Nullable String measure, @Nullable MeasurePeriod period, Map<Role, Integer> columns) {

        int column(Role role) {
            return columns.getOrDefault(role, -1);
        }
    }

    /** @param data index of the first line after the headings */
    record Layout(int heading, int data, Map<Role, Integer> columns, List<Figure> figures, List<String> names) {

        int column(Role role) {
            return columns.getOrDefault(role, -1);
        }

        String name(int column) {
            String name = column >= 0 && column < names.size() ? names.get(column) : "";
            return name.isEmpty() ? "kolonne " + (column + 1) : name;
        }
    }

    static int recognised(Line line) {
        boolean isOfPractices = line.cells().stream().anyMatch(cell -> role(cell) == Role.PROVIDER);
        return isOfPractices
                ? 1
                        + (int) line.cells().stream()
                                .filter(cell -> !cell.isEmpty())
                                .count()
                : 0;
    }

    /** @return empty when no line has a heading for provider numbers */
    static Optional<Layout> find(TableGrid grid) {
        int most = Math.min(grid.lines().size(), LOOKED_AT);
        for (int index = 0; index < most; index++) {
            Line line = grid.lines().get(index);
            Map<Role, List<Integer>> roles = rolesOf(line);
            if (roles.containsKey(Role.PROVIDER)) {
                return Optional.of(layout(grid, index, roles));
            }
        }
        return Optional.empty();
    }

    private static Layout layout(TableGrid grid, int index, Map<Role, List<Integer>> roles) {
        Line line = grid.lines().get(index);
        Map<Role, Integer> columns = new LinkedHashMap<>();
        for (Role role : List.of(Role.PROVIDER, Role.MEASURE, Role.PERIOD, Role.YEAR)) {
            if (roles.containsKey(role)) {
                columns.put(role, roles.get(role).get(0));
            }
        }
        boolean hasFigures = roles.containsKey(Role.NUMERATOR)
                || roles.containsKey(Role.DENOMINATOR)
                || roles.containsKey(Role.SHARE);
        if (!hasFigures && index + 1 < grid.lines().size()) {
            Line below = grid.lines().get(index + 1);
            Map<Role, List<Integer>> under = rolesOf(below);
            if (under.containsKey(Role.NUMERATOR) || under.containsKey(Role.DENOMINATOR)) {
                return new Layout(index, index + 2, columns, sideBySide(line, below, columns), names(line, below));
            }
        }
        boolean isRepeated = roles.getOrDefault(Role.NUMERATOR, List.of()).size() > 1
                && roles.getOrDefault(Role.DENOMINATOR, List.of()).size() > 1;
        if (isRepeated && index > 0) {
            Line above = grid.lines().get(index - 1);
            return new Layout(index - 1, index + 1, columns, sideBySide(above, line, columns), names(above, line));
        }
        List<Figure> composed = hasFigures ? List.of() : composed(line, columns);
        if (!composed.isEmpty()) {
            return new Layout(index, index + 1, columns, composed, line.cells());
        }
        if (!hasFigures) {
            throw TableRefused.of(
                    line.cells().stream()
                                    .anyMatch(cell -> MeasurePeriod.of(cell).isPresent())
                            ? "Tabellen har én kolonne for hver periode, så vi kan ikke se, hvad nævneren er. Lav den om, så hver linje har tæller og nævner."
                            : "Tabellen mangler overskrifterne tæller og nævner. Skriv dem over kolonnerne.");
        }
        return new Layout(index, index + 1, columns, List.of(new Figure(null, null, one(line, roles))), line.cells());
    }

    /** One figure a line: of several columns that may be the one, the one that is called so. */
    private static Map<Role, Integer> one(Line line, Map<Role, List<Integer>> roles) {
        Map<Role, Integer> columns = new LinkedHashMap<>();
        for (Role role : List.of(Role.NUMERATOR, Role.DENOMINATOR, Role.SHARE, Role.PER_THOUSAND)) {
            List<Integer> found = roles.getOrDefault(role, List.of());
            List<Integer> exact = found.stream()
                    .filter(column -> plain(line.cell(column)).matches("t(ae|æ)ller|n(ae|æ)vner|numerator|denominator"))
                    .toList();
            List<Integer> meant = exact.isEmpty() ? found : exact;
            if (meant.size() > 1) {
                throw TableRefused.of("To kolonner kan være den samme: „" + line.cell(meant.get(0)) + "“ og „"
                        + line.cell(meant.get(1)) + "“. Kald den rigtige tæller eller nævner.");
            }
            if (!meant.isEmpty()) {
                columns.put(role, meant.get(0));
            }
        }
        return columns;
    }

    /** Two lines of headings; a cell above stands over all columns up to the next. */
    private static List<Figure> sideBySide(Line above, Line below, Map<Role, Integer> columns) {
        Map<String, Map<Role, Integer>> found = new LinkedHashMap<>();
        String top = "";
        int most = Math.max(above.cells().size(), below.cells().size());
        for (int column = 0; column < most; column++) {
            top = above.cell(column).isEmpty() ? top : above.cell(column);
            Role role = role(below.cell(column));
            if (!columns.containsValue(column) && role != null) {
                found.computeIfAbsent(top, each -> new LinkedHashMap<>()).putIfAbsent(role, column);
            }
        }
        return figures(found);
    }

    /** One line of headings, such as „2026K1 tæller“. */
    private static List<Figure> composed(Line line, Map<Role, Integer> columns) {
        Map<String, Map<Role, Integer>> found = new LinkedHashMap<>();
        for (int column = 0; column < line.cells().size(); column++) {
            Matcher last = LAST.matcher(line.cell(column));
            Matcher first = FIRST.matcher(line.cell(column));
            boolean isLast = last.matches();
            if (!columns.containsValue(column) && (isLast || first.matches())) {
                Role role = role(isLast ? last.group(2) : first.group(1));
                if (role != null) {
                    found.computeIfAbsent(isLast ? last.group(1) : first.group(2), each -> new LinkedHashMap<>())
                            .putIfAbsent(role, column);
                }
            }
        }
        return figures(found);
    }

    private static List<Figure> figures(Map<String, Map<Role, Integer>> found) {
        List<Figure> figures = new ArrayList<>();
        found.forEach((top, columns) -> {
            Optional<MeasurePeriod> period = MeasurePeriod.of(top);
            figures.add(new Figure(
                    period.isPresent() || top.isEmpty() ? null : top, period.orElse(null), Map.copyOf(columns)));
        });
        return figures;
    }

    private static List<String> names(Line above, Line below) {
        List<String> names = new ArrayList<>();
        String top = "";
        for (int column = 0;
                column < Math.max(above.cells().size(), below.cells().size());
                column++) {
            top = above.cell(column).isEmpty() ? top : above.cell(column);
            names.add((top + " " + below.cell(column)).strip());
        }
        return names;
    }

    private static Map<Role, List<Integer>> rolesOf(Line line) {
        Map<Role, List<Integer>> found = new LinkedHashMap<>();
        for (int column = 0; column < line.cells().size(); column++) {
            Role role = role(line.cell(column));
            if (role != null) {
                found.computeIfAbsent(role, each -> new ArrayList<>()).add(column);
            }
        }
        // „Antal“ beside „Tæller“ is something else
        return found;
    }

    static @Nullable Role role(String cell) {
        String plain = plain(cell);
        return plain.isEmpty()
                ? null
                : ROLES.entrySet().stream()
                        .filter(each -> each.getValue().matcher(plain).matches())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    /** Without case, accents and signs. */
    public static String plain(String text) {
        String folded = text.toLowerCase(Locale.ROOT)
                .replace("å", "aa")
                .replace("ø", "oe")
                .replace("æ", "ae");
        return Normalizer.normalize(folded, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\d%]+", " ")
                .strip();
    }

    private static Map<Role, Pattern> roles() {
        Map<Role, Pattern> roles = new LinkedHashMap<>();
        roles.put(
                Role.PROVIDER,
                Pattern.compile("yder( ?(nummer|nr|no|id))?|praksis ?(nummer|nr|id)|provider( ?number)?"));
        roles.put(
                Role.MEASURE,
                Pattern.compile("(kvalitets)?(maaling|maling|indikator|maal|mal|measure|maalepunkt)(ens navn)?"));
        roles.put(Role.PERIOD, Pattern.compile("perioden?|kvartal|halvaar|maaned|period|quarter"));
        roles.put(Role.YEAR, Pattern.compile("aar|ar|aarstal|year"));
        roles.put(
                Role.DENOMINATOR,
                Pattern.compile(
                        "(n(ae|e|a)vner|denominator|population(en)?|(antal )?(tilmeldte|sikrede|gruppe 1 sikrede)( patienter| sikrede| borgere)?|(antal )?patienter( i alt)?|patients)( i alt)?"));
        roles.put(Role.PER_THOUSAND, Pattern.compile(".*\\b(pr|per) (1 ?000|tusind|1000)\\b.*"));
        roles.put(
                Role.SHARE,
                Pattern.compile("(andel|procent|pct|%|daekning(sgrad)?|rate)( .*)?|.* (i )?(%|pct|procent)"));
        roles.put(Role.NUMERATOR, Pattern.compile("t(ae|e|a)ller|numerator|antal( .*)?"));
        return roles;
    }
}
