package dk.klyngeflow;

import dk.klyngeflow.Models.Diagram;
import dk.klyngeflow.Models.Form;
import dk.klyngeflow.Models.Table;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRecord;
import dk.klyngeflow.engine.Variable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;

/** Variables are declared once per process, as constants of {@code <Process>Variables}, and every declared one is used. */
final class VariableRules {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern NAMED_IN_MODEL =
            Pattern.compile("camunda:(?:resultVariable|collection|elementVariable|initiator)=\"(\\w+)\"");
    private static final Pattern FORM_FIELD =
            Pattern.compile("<(?:kf-\\w+|input|select|textarea)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern FIELD_NAME = Pattern.compile("\\b(?:name|cam-variable-name)=\"(\\w+)\"");
    /** A column of a table, which is read with its row. */
    private static final Pattern CELL = Pattern.compile("<kf-cell\\b[^>]*>");
    /** Asked on the page for claims and by link; who uploads a file is not asked. */
    private static final Set<String> OF_OTHER_DOORS = Set.of("claimMeeting");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern STAYS_IN_THE_BROWSER = Pattern.compile("\\blocal\\b");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");

    /** Words of the expression languages, and what the engine itself puts into every scope. */
    private static final Set<String> RESERVED = Set.copyOf(
            List.of(("true false null empty not and or eq ne lt gt le ge div mod in between if then else date time"
                            + " execution task loopCounter")
                    .split(" ")));

    /** Given to each case by the engine's set-up, with its tenant. */
    private static final String OF_EVERY_CASE = "clusterId";

    private final Models models;

    VariableRules(Models models) {
        this.models = models;
    }

    List<String> everyProcessDeclaresItsVariables() {
        return models.diagrams().stream()
                .filter(diagram -> declaringClass(diagram).isEmpty())
                .map(diagram ->
                        "%s has no class %s.%s".formatted(diagram.name(), diagram.stage(), declaringClassName(diagram)))
                .toList();
    }

    List<String> constantsBearTheNameOfTheirVariable() {
        List<String> found = new ArrayList<>();
        models.diagrams()
                .forEach(diagram -> declarations(diagram).forEach((constant, variable) -> {
                    if (!constant.equals(Models.constant(variable))) {
                        found.add("%s.%s declares the variable %s"
                                .formatted(declaringClassName(diagram), constant, variable));
                    }
                }));
        return found;
    }

    List<String> everyUsedVariableIsDeclared() {
        List<String> found = new ArrayList<>();
        models.diagrams().forEach(diagram -> {
            Set<String> undeclared = usedIn(diagram);
            undeclared.removeAll(declarations(diagram).values());
            undeclared.forEach(name -> found.add(diagram.name() + ": the variable " + name + " is not declared"));
        });
        models.tables().forEach(table -> {
            Set<String> undeclared = usedIn(table);
            undeclared.removeAll(declaredIn(table.stage()));
            undeclared.forEach(name -> found.add(table.name() + ": the variable " + name + " is not declared"));
        });
        models.forms().forEach(form -> {
            Set<String> undeclared = usedIn(form);
            undeclared.removeAll(declaredIn(form.stage()));
            undeclared.removeAll(fieldsOf(form));
            undeclared.remove(OF_EVERY_CASE);
            undeclared.forEach(name -> found.add(form.fileName() + ": the variable " + name + " is not declared"));
        });
        return found;
    }

    /** What a form sends is read by its contract or by what the contract reads with; the contract turns it into variables. */
    List<String> everyFieldIsReadByItsContract() {
        return models.forms().stream()
                .flatMap(form -> {
                    List<String> code = models.sourcesOf(form.stage());
                    return fieldsOf(form).stream()
                            .filter(field -> code.stream().noneMatch(text -> text.contains("\"" + field + "\"")))
                            .map(field -> form.fileName() + ": the field " + field + " is read by nobody");
                })
                .toList();
    }

    /** A contract reads its form into a record: what the form asks and what the record has are the same, under the same names. */
    List<String> fieldsOfAFormAreTheComponentsOfItsRecord() {
        List<String> found = new ArrayList<>();
        models.forms().forEach(form -> {
            String name = form.fileName().replace(".html", "");
            models.find(form.stage(), Models.pascal(name) + "Contract")
                    .filter(FormContract.class::isAssignableFrom)
                    .map(FormRecord::of)
                    .ifPresent(record -> {
                        Set<String> asked = fieldsOf(
                                new Form(form.file(), CELL.matcher(form.text()).replaceAll("")));
                        Set<String> read = new TreeSet<>(FormRecord.fields(record));
                        read.removeAll(OF_OTHER_DOORS);
                        read.remove(FormFields.CONFIRMED);
                        asked.stream()
                                .filter(field -> !read.contains(field))
                                .forEach(
                                        field -> found.add(form.fileName() + ": its record has no component " + field));
                        read.stream()
                                .filter(component -> !asked.contains(component))
                                .forEach(component -> found.add(form.fileName() + ": does not ask for " + component
                                        + ", which its record has"));
                    });
        });
        return found;
    }

    List<String> everyDeclaredVariableIsUsed() {
        List<String> found = new ArrayList<>();
        models.diagrams().forEach(diagram -> {
            Set<String> used = new TreeSet<>(usedIn(diagram));
            models.tables().stream()
                    .filter(table -> table.stage().equals(diagram.stage()))
                    .forEach(table -> used.addAll(usedIn(table)));
            models.forms().stream()
                    .filter(form -> form.stage().equals(diagram.stage()))
                    .forEach(form -> used.addAll(usedIn(form)));
            List<String> code = models.sourcesOf(diagram.stage());
            declarations(diagram).forEach((constant, variable) -> {
                long readers = code.stream()
                        .filter(text -> Pattern.compile("\\b" + constant + "\\b")
                                .matcher(text)
                                .find())
                        .count();
                if (!used.contains(variable) && readers < 2) {
                    found.add(declaringClassName(diagram) + "." + constant + " is used by nobody");
                }
            });
        });
        return found;
    }

    private Set<String> usedIn(Diagram diagram) {
        Set<String> used = new TreeSet<>(allHits(NAMED_IN_MODEL, diagram.text()));
        Matcher expressions = EXPRESSION.matcher(diagram.text());
        while (expressions.find()) {
            used.addAll(namesIn(expressions.group(1)));
        }
        used.removeAll(models.beans());
        return used;
    }

    private static Set<String> usedIn(Table table) {
        return Stream.of(InputExpression.class, InputEntry.class, OutputEntry.class)
                .flatMap(type -> table.model().getModelElementsByType(type).stream())
                .flatMap(cell -> cell.getChildElementsByType(Text.class).stream())
                .flatMap(text -> namesIn(text.getTextContent()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the case that a form asks for, as in {@code /api/clusters/{clusterId}/invoices/{invoiceId}}. */
    private static Set<String> usedIn(Form form) {
        return new TreeSet<>(allHits(PLACEHOLDER, form.text()));
    }

    /** What a form sends; a field that is {@code local} stays in the browser. */
    private static Set<String> fieldsOf(Form form) {
        return FORM_FIELD
                .matcher(form.text())
                .results()
                .map(field -> field.group(1))
                .filter(attributes -> !STAYS_IN_THE_BROWSER.matcher(attributes).find())
                .flatMap(attributes -> allHits(FIELD_NAME, attributes).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names in an expression that stand for variables: neither after a dot nor before a bracket, and no text. */
    static Set<String> namesIn(String expression) {
        String code = TEXT.matcher(unescaped(expression)).replaceAll("''");
        Set<String> names = new TreeSet<>();
        Matcher hits = NAME.matcher(code);
        while (hits.find()) {
            boolean property = hits.start() > 0 && code.charAt(hits.start() - 1) == '.';
            boolean function = hits.end() < code.length() && code.charAt(hits.end()) == '(';
            boolean inNumber = hits.start() > 0 && Character.isDigit(code.charAt(hits.start() - 1));
            if (!property && !function && !inNumber && !RESERVED.contains(hits.group())) {
                names.add(hits.group());
            }
        }
        return names;
    }

    private Collection<String> declaredIn(String stage) {
        return models.diagrams().stream()
                .filter(diagram -> diagram.stage().equals(stage))
                .flatMap(diagram -> declarations(diagram).values().stream())
                .collect(Collectors.toSet());
    }

    /** Constant by variable name. */
    private Map<String, String> declarations(Diagram diagram) {
        Map<String, String> declared = new TreeMap<>();
        declaringClass(diagram).stream()
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getType().equals(Variable.class))
                .forEach(field -> declared.put(field.getName(), nameOf(field)));
        return declared;
    }

    private java.util.Optional<Class<?>> declaringClass(Diagram diagram) {
        return models.find(diagram.stage(), declaringClassName(diagram));
    }

    private static String declaringClassName(Diagram diagram) {
        return Models.pascal(diagram.name()) + "Variables";
    }

    private static String nameOf(Field constant) {
        try {
            constant.setAccessible(true);
            return ((Variable<?>) constant.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " cannot be read", e);
        }
    }

    private static String unescaped(String xml) {
        return xml.replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static List<String> allHits(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).toList();
    }
}
