package dk.klyngeflow.engine;

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
    private static final Pattern CPR_LIKE =
            Pattern.compile("(?<!\\d)(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])\\d{2}[- ]\\d{4}(?!\\d)");
    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("d.M.uuuu");

    private final Map<String, Object> sent;
    private final List<String> wrong = new ArrayList<>();

    private FormFields(Map<String, Object> sent) {
        this.sent = sent;
    }

    /** @param known the names of all fields that the form has */
    public static FormFields of(Map<String, Object> sent, Set<String> known) {
        FormFields fields = new FormFields(sent);
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
        if (CPR_LIKE.matcher(text).find()) {
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
