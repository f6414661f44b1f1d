package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.Daytime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.engine.Rows;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers to questions: a member's, a draft's or a version's. What nobody has answered is not there. */
public final class Choices {

    public static final Choices NONE = new Choices(Map.of());

    /** What the settings are until a cluster decides otherwise: stands where nobody has answered and nothing was agreed before. */
    static final Choices USUAL = read("""
            MEETINGS=4
            WEEKDAYS=tirsdag,onsdag,torsdag
            HOUR=19.00
            PREPARATION=NONE
            TOGETHER=ALONE
            AGENDA=OWN_FIRST,GROUPS,ROUND
            FACILITATOR=COORDINATOR
            QUORUM=50
            ABSENCE=2
            DATA=CLOSED
            MONEY=1000000-5000000
            PLANNING=COORDINATOR
            DATA_WORK=SECRETARY
            INVOICES=SECRETARY
            """);

    static final Rows.Kept<Choices> KEPT = new Rows.Kept<>(Choices.class, Choices::read, Choices::text);

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final Pattern HOUR = Pattern.compile("(0?\\d|1\\d|2[0-3])[.:]([0-5]\\d)");
    private static final Pattern LIMITS = Pattern.compile("(\\d{1,10})-(\\d{1,10})");

    private final Map<Question, Set<String>> answers;

    private Choices(Map<Question, Set<String>> answers) {
        this.answers = new EnumMap<>(Question.class);
        answers.forEach((question, values) -> {
            if (!values.isEmpty()) {
                this.answers.put(question, new LinkedHashSet<>(values));
            }
        });
    }

    public static Choices of(Map<Question, ? extends Collection<String>> answers) {
        Map<Question, Set<String>> copy = new EnumMap<>(Question.class);
        answers.forEach((question, values) -> copy.put(question, new LinkedHashSet<>(values)));
        return new Choices(copy);
    }

    /** As {@link #text} has written it; what is no question any longer is left out. */
    static Choices read(String text) {
        Map<Question, Set<String>> found = new EnumMap<>(Question.class);
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2) {
                Question.of(parts[0])
                        .ifPresent(question ->
                                found.put(question, new LinkedHashSet<>(Arrays.asList(parts[1].split(",", -1)))));
            }
        }
        return new Choices(found);
    }

    String text() {
        return answers.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    public boolean isEmpty() {
        return answers.isEmpty();
    }

    public Set<String> all(Question question) {
        return answers.getOrDefault(question, Set.of());
    }

    public Optional<String> one(Question question) {
        return all(question).stream().findFirst();
    }

    public boolean has(Question question, String value) {
        return all(question).contains(value);
    }

    public Choices with(Question question, Collection<String> values) {
        Map<Question, Set<String>> more = new EnumMap<>(Question.class);
        more.putAll(answers);
        more.put(question, new LinkedHashSet<>(values));
        return new Choices(more);
    }

    /** These, and for what they leave open those. */
    Choices or(Choices others) {
        Map<Question, Set<String>> all = new EnumMap<>(Question.class);
        all.putAll(others.answers);
        all.putAll(answers);
        return new Choices(all);
    }

    /** The same, and what is usual for whatever is left open. */
    public Choices orUsual() {
        return or(USUAL);
    }

    /** Up to how much coordinator and board may each approve, in øre. */
    public record Limits(long coordinator, long board) {

        public String value() {
            return coordinator + "-" + board;
        }
    }

    public Optional<Limits> limits() {
        return one(Question.MONEY)
                .map(LIMITS::matcher)
                .filter(Matcher::matches)
                .map(parts -> new Limits(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))));
    }

    /** As {@code 16.30}; empty for what is no hour, or one at night. */
    public static Optional<String> hour(String typed) {
        Matcher parts = HOUR.matcher(typed.strip());
        return parts.matches() && isByDay(parts.group(1), parts.group(2))
                ? Optional.of((parts.group(1).length() == 1 ? "0" : "") + parts.group(1) + "." + parts.group(2))
                : Optional.empty();
    }

    private static boolean isByDay(String hour, String minute) {
        return Daytime.objectionTo(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)))
                .isEmpty();
    }

    /** The answer as people read it; several are one sentence. */
    public String inWords(Question question) {
        String all = all(question).stream()
                .map(value -> inWords(question, value))
                .map(words -> words.substring(0, 1).toLowerCase(DANISH) + words.substring(1))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : all.substring(0, 1).toUpperCase(DANISH) + all.substring(1);
    }

    static String inWords(Question question, String value) {
        return question.option(value).map(Question.Option::label).orElseGet(() -> ofItsOwn(question, value));
    }

    private static String ofItsOwn(Question question, String value) {
        return switch (question) {
            case HOUR -> "Kl. " + value;
            case MONEY ->
                new Choices(Map.of(question, Set.of(value)))
                        .limits()
                        .map(limits -> "Koordinatoren til " + Money.kroner(limits.coordinator()) + ", bestyrelsen til "
                                + Money.kroner(limits.board()) + ", medlemmerne, når det er mere")
                        .orElse(value);
            case AGENDA -> "Ingen faste vaner";
            default -> value;
        };
    }

    /** One line of the model. */
    public record Line(String label, String answer) {}

    /** The whole model as people read it. */
    public List<Line> lines() {
        return Arrays.stream(Question.values())
                .filter(answers::containsKey)
                .map(question -> new Line(question.label(), inWords(question)))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Choices choices && answers.equals(choices.answers);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
