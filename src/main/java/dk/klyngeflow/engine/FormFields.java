package dk.klyngeflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form one by one and collects what is wrong with them in Danish, so that a person hears everything at once. Fields
 * that nobody asked for are refused.
 */
public final class FormFields {

    /** In every form: the keys, one a line, of the {@linkplain #doubt doubts} that the person has answered with "it is right". */
    public static final String CONFIRMED = "confirmed";

    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
    private static final Pattern NO_PARAGRAPHS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(,\\d{1,2})?");
    private static final int MOST_ROWS = 60;
    private static final int LONGEST_KEY = 60;
    private static final Pattern KEY = Pattern.compile("[A-Z_]+-[0-9a-f]+");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};
    private static final DateTimeFormatter DANISH =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, Object> sent;
    private final List<String> wrong;
    private final Map<String, FormRefused.Doubt> doubts;

    private FormFields(Map<String, Object> sent, List<String> wrong, Map<String, FormRefused.Doubt> doubts) {
        this.sent = sent;
        this.wrong = wrong;
        this.doubts = doubts;
    }

    /** @param known the names of all fields that the form has */
    public static FormFields of(Map<String, Object> sent, Set<String> known) {
        return of(sent, known, new ArrayList<>(), new LinkedHashMap<>());
    }

    private static FormFields of(
            Map<String, Object> sent, Set<String> known, List<String> wrong, Map<String, FormRefused.Doubt> doubts) {
        FormFields fields = new FormFields(sent, wrong, doubts);
        sent.keySet().stream()
                .filter(name -> !known.contains(name) && !name.equals(CONFIRMED))
                .sorted()
                .forEach(name -> fields.wrong("Formularen har sendt et felt, som ikke hører til her: "
                        + name.replaceAll("[^A-Za-z0-9_.-]", "?") + "."));
        return fields;
    }

    /** The same fields for somebody who keeps what can be read and leaves the rest: nobody hears what is wrong with them. */
    public FormFields unheard() {
        return new FormFields(sent, new ArrayList<>(), new LinkedHashMap<>());
    }

    public void wrong(String message) {
        wrong.add(message);
    }

    /**
     * Something unusual that may be right: refused until the person has said so, since nothing unusual is taken without a word.
     *
     * @param code short and English
     * @param sentence Danish; says what is unusual about which value, so that a yes to one amount is no yes to another
     */
    public void doubt(String code, String sentence) {
        String key = code + "-" + Integer.toHexString(sentence.hashCode());
        doubts.put(key, new FormRefused.Doubt(key, sentence));
    }

    /** The sentences that she has confirmed, for the history of the case. */
    public List<String> confirmedDoubts() {
        Set<String> confirmed = confirmed();
        return doubts.values().stream()
                .filter(doubt -> confirmed.contains(doubt.key()))
                .map(FormRefused.Doubt::sentence)
                .toList();
    }

    /** What a page with a box for each doubt has sent back, as {@link #CONFIRMED} takes it; what is no key is left out. */
    public static String confirmed(Collection<String> keys) {
        return keys.stream()
                .map(String::strip)
                .filter(key -> key.length() <= LONGEST_KEY && KEY.matcher(key).matches())
                .distinct()
                .limit(MOST_ROWS)
                .collect(Collectors.joining("\n"));
    }

    private Set<String> confirmed() {
        Object value = sent.get(CONFIRMED);
        return value instanceof String keys ? keys.lines().map(String::strip).collect(Collectors.toSet()) : Set.of();
    }

    /** @throws FormRefused with all that was wrong, and with what is doubtful and not confirmed */
    public void refuseIfWrong() {
        Set<String> confirmed = confirmed();
        List<FormRefused.Doubt> open = doubts.values().stream()
                .filter(doubt -> !confirmed.contains(doubt.key()))
                .toList();
        if (!wrong.isEmpty() || !open.isEmpty()) {
            List<String> messages = new ArrayList<>(wrong.stream().distinct().toList());
            open.forEach(doubt -> messages.add(doubt.sentence()));
            throw new FormRefused(messages, wrong.isEmpty() ? open : List.of());
        }
    }

    public boolean has(String name) {
        Object value = sent.get(name);
        return value != null && !value.toString().isBlank();
    }

    /** One line, such as a name or a number; what spans several is refused. Empty when it was not sent. */
    public String text(String name, String label) {
        String text = anyText(name, label).replace('\t', ' ');
        if (NO_LINE.matcher(text).find()) {
            wrong(label + " skal stå på én linje. Fjern linjeskift og andre skjulte tegn.");
            return "";
        }
        return text;
    }

    /** @param longest in characters */
    public String text(String name, String label, int longest) {
        return shorter(text(name, label), label, longest);
    }

    /** What may span several lines, such as a remark. Empty when it was not sent. */
    public String paragraphs(String name, String label) {
        String text = anyText(name, label)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\u0085\\u2028\\u2029]", "\n");
        if (NO_PARAGRAPHS.matcher(text).find()) {
            wrong(label + " indeholder et tegn, som ikke kan gemmes. Skriv teksten igen.");
            return "";
        }
        return text;
    }

    /** @param longest in characters */
    public String paragraphs(String name, String label, int longest) {
        return shorter(paragraphs(name, label), label, longest);
    }

    public String requiredParagraphs(String name, String label) {
        return there(label, () -> paragraphs(name, label));
    }

    private String shorter(String text, String label, int longest) {
        if (text.length() > longest) {
            wrong(label + " er for lang. Skriv højst " + longest + " tegn.");
            return "";
        }
        return text;
    }

    private String there(String label, Supplier<String> read) {
        int before = wrong.size();
        String text = read.get();
        if (text.isEmpty() && wrong.size() == before) {
            wrong(label + " mangler.");
        }
        return text;
    }

    private String anyText(String name, String label) {
        Object value = sent.get(name);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            wrong(label + " kan ikke læses.");
            return "";
        }
        String text = value.toString().strip();
        if (text.length() > LONGEST_TEXT) {
            wrong(label + " er for lang. Skriv højst " + LONGEST_TEXT + " tegn.");
            return "";
        }
        if (text.indexOf('\0') >= 0) {
            wrong(label + " indeholder et tegn, som ikke kan gemmes.");
            return "";
        }
        if (CprNumbers.isWrittenIn(text)) {
            wrong(label + " ligner et CPR-nummer. CPR-numre må ikke skrives her; slet det og prøv igen.");
            return "";
        }
        return text;
    }

    public String required(String name, String label) {
        return there(label, () -> text(name, label));
    }

    /** @param longest in characters */
    public String required(String name, String label, int longest) {
        return there(label, () -> text(name, label, longest));
    }

    /** @param question what to choose, as in "Vælg, om bilaget er i orden." */
    public String choice(String name, Set<String> choices, String question) {
        String text = text(name, question);
        if (!choices.contains(text)) {
            wrong(question);
        }
        return text;
    }

    /** As {@code 2026-03-14} or {@code 14.3.2026}. */
    public @Nullable LocalDate day(String name, String label) {
        String text = text(name, label);
        if (text.isEmpty()) {
            return null;
        }
        return parse(text).filter(FormFields::isPlausible).orElseGet(() -> {
            wrong(label + " er ikke en dato. Skriv den som 14.03.2026.");
            return null;
        });
    }

    /** In øre: a whole number of øre, or as a Dane writes it ({@code 1.234,50}). */
    public @Nullable Long money(String name, String label) {
        Object value = sent.get(name);
        if (value == null || (value instanceof String typed && typed.isBlank())) {
            return null;
        }
        if (value instanceof Long || value instanceof Integer) {
            long oere = ((Number) value).longValue();
            if (oere > Money.LARGEST || oere < -Money.LARGEST) {
                wrong(label + " er for stort. Det største er " + Money.kroner(Money.LARGEST));
                return null;
            }
            return oere;
        }
        if (value instanceof String typed) {
            try {
                return Money.parse(typed);
            } catch (FormRefused refused) {
                wrong(label + ": " + refused.getMessage());
                return null;
            }
        }
        wrong(label + " er ikke et beløb. Skriv for eksempel 1.234,50.");
        return null;
    }

    /** A number with up to two decimals, as {@code 12,5} or {@code 12.5}. */
    public @Nullable BigDecimal decimal(String name, String label) {
        String text = text(name, label).replace('.', ',');
        if (text.isEmpty()) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            wrong(label + " er ikke et tal. Skriv for eksempel 12,5.");
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /**
     * The rows of a small table, sent as JSON: {@code [{"text": "Ring", "due": "2026-12-01"}]}. Each is read like a form of its own; what is
     * wrong in one is wrong in the whole form.
     *
     * @param columns the names of all fields that a row has
     */
    public List<FormFields> rows(String name, String label, Set<String> columns) {
        Object value = sent.get(name);
        if (value == null || value.toString().isBlank()) {
            return List.of();
        }
        List<Map<String, Object>> rows;
        try {
            rows = JSON.readValue(value.toString(), ROWS);
        } catch (JsonProcessingException e) {
            wrong(label + " kan ikke læses. Genindlæs siden og prøv igen.");
            return List.of();
        }
        if (rows.size() > MOST_ROWS || rows.contains(null)) {
            wrong(label + ": der er plads til højst " + MOST_ROWS + " linjer.");
            return List.of();
        }
        return rows.stream().map(row -> of(row, columns, wrong, doubts)).toList();
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notIso) {
            try {
                return Optional.of(LocalDate.parse(text, DANISH));
            } catch (DateTimeParseException notDanish) {
                return Optional.empty();
            }
        }
    }

    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() <= 2100;
    }
}
