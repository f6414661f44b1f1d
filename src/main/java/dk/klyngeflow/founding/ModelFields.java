package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Question;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of both forms in which the model is written. */
record ModelFields(
        Meetings meetings,
        Manner manner,
        @Nullable Long coordinatorLimit,
        @Nullable Long boardLimit,
        Hands hands,
        String note) {

    /** Larger is no limit but a slip of the finger. */
    private static final long MOST = 1_000_000_00L;

    private static final int LONGEST_NOTE = 2_000;
    private static final String NO_HABITS = "NONE";

    record Meetings(
            String meetings, String weekdays, String hour, String preparation, String together, String agenda) {}

    record Manner(String facilitator, String quorum, String absence, String data) {}

    record Hands(String planning, String dataWork, String invoices) {}

    static ModelFields read(FormFields fields) {
        Long coordinator = limit(fields, "coordinatorLimit", "Koordinatorens beløb");
        Long board = limit(fields, "boardLimit", "Bestyrelsens beløb");
        if (coordinator != null && board != null && board < coordinator) {
            fields.wrong("Bestyrelsens beløb kan ikke være mindre end koordinatorens.");
        }
        return new ModelFields(
                new Meetings(
                        one(fields, "meetings", Question.MEETINGS),
                        several(fields, "weekdays", Question.WEEKDAYS, true),
                        hour(fields),
                        one(fields, "preparation", Question.PREPARATION),
                        one(fields, "together", Question.TOGETHER),
                        several(fields, "agenda", Question.AGENDA, false)),
                new Manner(
                        one(fields, "facilitator", Question.FACILITATOR),
                        one(fields, "quorum", Question.QUORUM),
                        one(fields, "absence", Question.ABSENCE),
                        one(fields, "data", Question.DATA)),
                coordinator,
                board,
                new Hands(
                        one(fields, "planning", Question.PLANNING),
                        one(fields, "dataWork", Question.DATA_WORK),
                        one(fields, "invoices", Question.INVOICES)),
                fields.paragraphs("note", "Det, I ellers har aftalt,", LONGEST_NOTE));
    }

    private static String one(FormFields fields, String name, Question question) {
        return fields.choice(name, values(question), "Vælg et svar ved „" + question.label() + "“.");
    }

    private static Set<String> values(Question question) {
        return question.options().stream().map(Question.Option::value).collect(Collectors.toSet());
    }

    private static String several(FormFields fields, String name, Question question, boolean isNeeded) {
        Set<String> chosen = Arrays.stream(fields.text(name, question.label()).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!values(question).containsAll(chosen)) {
            fields.wrong("Vælg blandt svarene ved „" + question.label() + "“.");
        } else if (chosen.isEmpty() && isNeeded) {
            fields.wrong("Vælg mindst ét svar ved „" + question.label() + "“.");
        }
        // in the order in which they are asked, not in that of the alphabet
        return question.options().stream()
                .map(Question.Option::value)
                .filter(chosen::contains)
                .collect(Collectors.joining(","));
    }

    private static String hour(FormFields fields) {
        String typed = fields.text("hour", "Klokkeslættet", 5);
        return Choices.hour(typed).orElseGet(() -> {
            fields.wrong("Skriv klokkeslættet som 16.30.");
            return "";
        });
    }

    private static @Nullable Long limit(FormFields fields, String name, String label) {
        Long amount = fields.money(name, label);
        if (amount == null) {
            fields.required(name, label);
        } else if (amount < 0 || amount > MOST) {
            fields.wrong(label + " skal være mellem 0 og 1.000.000 kr.");
        }
        return amount;
    }

    Choices choices() {
        Map<Question, List<String>> answers = new EnumMap<>(Question.class);
        put(answers, Question.MEETINGS, meetings.meetings());
        put(answers, Question.WEEKDAYS, meetings.weekdays());
        put(answers, Question.HOUR, meetings.hour());
        put(answers, Question.PREPARATION, meetings.preparation());
        put(answers, Question.TOGETHER, meetings.together());
        put(answers, Question.AGENDA, meetings.agenda().isEmpty() ? NO_HABITS : meetings.agenda());
        put(answers, Question.FACILITATOR, manner.facilitator());
        put(answers, Question.QUORUM, manner.quorum());
        put(answers, Question.ABSENCE, manner.absence());
        put(answers, Question.DATA, manner.data());
        if (coordinatorLimit != null && boardLimit != null) {
            put(answers, Question.MONEY, new Choices.Limits(coordinatorLimit, boardLimit).value());
        }
        put(answers, Question.PLANNING, hands.planning());
        put(answers, Question.DATA_WORK, hands.dataWork());
        put(answers, Question.INVOICES, hands.invoices());
        return Choices.of(answers);
    }

    private static void put(Map<Question, List<String>> answers, Question question, String values) {
        answers.put(question, List.of(values.split(",", -1)));
    }
}
