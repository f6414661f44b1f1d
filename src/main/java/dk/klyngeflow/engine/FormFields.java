package dk.klyngeflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form one by one and collects what is wrong with them in Danish, so that a person hears everything at once. Fields
 * that nobody asked for are refused.
 */
public final class FormFields {

    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(,\\d{1,2})?");
    private static final int MOST_ROWS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};
    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("d.M.uuuu");

    private final Map<String, Object> sent;
    private final List<String> wrong;

    private FormFields(Map<String, Object> sent, List<String> wrong) {
        this.sent = sent;
        this.wrong = wrong;
    }

    /** @param known the names of all fields that the form has */
    public static FormFields of(Map<String, Object> sent, Set<String> known) {
        return of(sent, known, new ArrayList<>());
    }

    private static FormFields of(Map<String, Object> sent, Set<String> known, List<String> wrong) {
        FormFields fields = new FormFields(sent, wrong);
        sent.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> fields.wrong("Formularen har sendt et felt, som ikke hører til her: "
                        + name.replaceAll("[^A-Za-z0-9_.-]", "?") + "."));
        return fields;
    }

    public void wrong(String message) {
        wrong.add(message);
    }

    /** @throws FormRefused with all that was wrong */
    public void refuseIfWrong() {
        if (!wrong.isEmpty()) {
            throw new FormRefused(wrong);
        }
    }

    public boolean has(String name) {
        return !text(name, name).isBlank();
    }

    /** Empty when it was not sent. */
    public String text(String name, String label) {
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
        int before = wrong.size();
        String text = text(name, label);
        if (text.isEmpty() && wrong.size() == before) {
            wrong(label + " mangler.");
        }
        return text;
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
            return ((Number) value).longValue();
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
        return rows.stream().map(row -> of(row, columns, wrong)).toList();
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
