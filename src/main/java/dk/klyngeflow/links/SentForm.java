package dk.klyngeflow.links;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What somebody has sent, held against the screen she was shown: every fault in Danish beside its question, and nothing else let through. */
final class SentForm {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ]{8,20}");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private boolean changed;
    private boolean answeredBefore;

    /** @param sent as it came; uploads as ids of documents */
    SentForm(Shown shown, Map<String, List<String>> sent) {
        for (Block block : shown.blocks()) {
            if (block instanceof Block.Choice choice) {
                read(choice, sent.getOrDefault(choice.name(), List.of()));
            } else if (block instanceof Block.Pick pick) {
                read(choice(pick), sent.getOrDefault(pick.name(), List.of()));
            } else if (block instanceof Block.Field field) {
                read(field, sent.getOrDefault(field.name(), List.of()));
            } else if (block instanceof Block.Upload upload) {
                readFile(upload.name(), sent.getOrDefault(upload.name(), List.of()));
            } else if (block instanceof Block.Sheet sheet) {
                readFile(sheet.name(), sent.getOrDefault(sheet.name(), List.of()));
            }
        }
    }

    /** As {@link LinkPage#answer} gets it. */
    Map<String, List<String>> values() {
        return values;
    }

    /** What she has answered with "it is right" when something was unusual; she can have been asked that only by the page itself. */
    void confirmed(List<String> keys) {
        String lines = FormFields.confirmed(keys);
        if (!lines.isEmpty()) {
            values.put(FormFields.CONFIRMED, List.of(lines));
        }
    }

    /** What is wrong, by name of the question. */
    Map<String, String> faults() {
        return faults;
    }

    /** False when everything stands as it was shown: so also when a mail scanner presses every button it finds. */
    boolean isChanged() {
        return changed;
    }

    /** True when what was shown held an answer of hers already. */
    boolean isAnsweredBefore() {
        return answeredBefore;
    }

    private static Block.Choice choice(Block.Pick pick) {
        Set<String> chosen = pick.chosen().isEmpty() ? Set.of() : Set.of(pick.chosen());
        return new Block.Choice(pick.name(), pick.label(), pick.options(), chosen, pick.required(), false);
    }

    private void read(Block.Choice choice, List<String> sent) {
        Set<String> options = new TreeSet<>();
        choice.options().forEach(option -> options.add(option.value()));
        List<String> values =
                sent.stream().filter(each -> !each.isBlank()).distinct().toList();
        List<String> picked = values.stream().filter(options::contains).toList();
        boolean isTwice =
                values.size() < sent.stream().filter(each -> !each.isBlank()).count();
        if (isTwice || picked.size() < values.size() || (picked.size() > 1 && !choice.many())) {
            faults.put(choice.name(), "Vælg et af svarene.");
        } else if (picked.isEmpty() && choice.required()) {
            faults.put(choice.name(), "Vælg et svar.");
        }
        answeredBefore |= !choice.chosen().isEmpty();
        note(choice.name(), picked, !choice.chosen().equals(Set.copyOf(picked)));
    }

    private void read(Block.Field field, List<String> sent) {
        if (field.kind() == Block.Field.Kind.PASSWORD) {
            readPassword(field, sent.isEmpty() ? "" : sent.get(0));
            return;
        }
        String typed = sent.isEmpty() ? "" : sent.get(0).strip().replace("\r\n", "\n");
        String value = "";
        try {
            value = checked(field, typed);
        } catch (FormRefused refused) {
            faults.put(field.name(), String.join(" ", refused.messages()));
        }
        String before = field.value().strip().replace("\r\n", "\n");
        answeredBefore |= !before.isEmpty();
        note(field.name(), value.isEmpty() ? List.of() : List.of(value), !typed.equals(before));
    }

    /** Is not text that anybody reads, so the rules of text do not hold. */
    private void readPassword(Block.Field field, String typed) {
        if (typed.isEmpty() && field.required()) {
            faults.put(field.name(), "Skriv noget her.");
        } else if (typed.length() > field.maxLength()) {
            faults.put(field.name(), "Der er plads til " + field.maxLength() + " tegn.");
        }
        note(field.name(), typed.isEmpty() ? List.of() : List.of(typed), !typed.isEmpty());
    }

    private void readFile(String name, List<String> sent) {
        List<String> one = sent.stream().limit(1).toList();
        note(name, one, !one.isEmpty());
    }

    private void note(String name, List<String> value, boolean isOther) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
        changed |= isOther;
    }

    private static String checked(Block.Field field, String typed) {
        FormFields fields = FormFields.of(Map.of(field.name(), typed), Set.of(field.name()));
        String label = "Det, du har skrevet,";
        String text = field.kind() == Block.Field.Kind.AREA
                ? fields.paragraphs(field.name(), label)
                : fields.text(field.name(), label);
        if (typed.isEmpty() && field.required()) {
            fields.wrong("Skriv noget her.");
        }
        if (text.length() > field.maxLength()) {
            fields.wrong("Der er plads til " + field.maxLength() + " tegn. Du har skrevet " + text.length() + ".");
        }
        if (!text.isEmpty()) {
            text = ofKind(field.kind(), field.name(), text, fields);
        }
        fields.refuseIfWrong();
        return text;
    }

    private static String ofKind(Block.Field.Kind kind, String name, String text, FormFields fields) {
        switch (kind) {
            case NUMBER -> expect(NUMBER, text, "Skriv et helt tal.", fields);
            case MAIL -> expect(MAIL, text, "Skriv en mailadresse, fx navn@praksis.example.", fields);
            case PHONE -> expect(PHONE, text, "Skriv et telefonnummer på mindst 8 cifre.", fields);
            case MONEY -> {
                Long oere = fields.money(name, "Beløbet");
                return oere == null ? "" : oere.toString();
            }
            case DAY -> {
                LocalDate day = fields.day(name, "Det");
                return day == null ? "" : day.toString();
            }
            case TEXT, AREA, PASSWORD -> {
                // any text will do
            }
        }
        return text;
    }

    private static void expect(Pattern pattern, String text, String otherwise, FormFields fields) {
        if (!pattern.matcher(text).matches()) {
            fields.wrong(otherwise);
        }
    }
}
