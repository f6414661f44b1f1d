package dk.klyngeflow.members;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Change.Called;
import dk.klyngeflow.members.Change.Days;
import dk.klyngeflow.members.Change.Place;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a change from what was typed on the page. */
final class ChangeForm {

    private ChangeForm() {}

    /** @throws FormRefused when something cannot be read */
    static Change read(ChangeKind kind, Map<String, String> typed, LocalDate today) {
        String number = field(typed, kind == ChangeKind.ADD_PRACTICE ? "nummer" : "ydernummer")
                .replace(" ", "");
        return new Change(
                kind,
                // somebody new gets an id of ours, whatever the page sends
                kind.isOfPerson() ? field(typed, "person") : "",
                new Called(field(typed, "navn").replaceAll("\\s+", " "), field(typed, "mail")),
                post(field(typed, "post")),
                new Place(number, patients(field(typed, "patienter"))),
                new Days(
                        kind.asks("fra") && !field(typed, "fra").isEmpty() ? day(field(typed, "fra")) : today,
                        field(typed, "til").isEmpty() ? null : day(field(typed, "til"))));
    }

    private static String field(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static @Nullable Post post(String name) {
        return Post.byHand().stream()
                .filter(post -> post.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer patients(String typed) {
        String digits = typed.replaceAll("[.\\s\\u00a0]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,6}")) {
            throw new FormRefused("Skriv antallet af patienter som et tal, fx 4.200.");
        }
        return Integer.valueOf(digits);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new FormRefused("Skriv datoen som 2026-11-22.");
        }
    }
}
