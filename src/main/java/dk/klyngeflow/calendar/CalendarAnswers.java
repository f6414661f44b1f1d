package dk.klyngeflow.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what Outlook, Google, Apple and others send when somebody answers an invitation. Looks at the lines an answer is made of and at nothing
 * else: whatever is wrong with the rest of the file, she has answered.
 */
@Component
public class CalendarAnswers {

    private static final Set<String> ANSWERS = Set.of("ACCEPTED", "DECLINED", "TENTATIVE");
    private static final Pattern MAILTO = Pattern.compile("(?i)^\\s*mailto:\\s*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

    private static final String NOT_COUNTED =
            " Vi kan ikke læse, hvem der svarer hvad, så det er ikke talt med. Spørg afsenderen, og ret svaret.";

    CalendarAnswers() {}

    /**
     * @param declaredMethod as the mail says; null when it does not
     * @param sender the mail address that the answer came from: hers, when the file names several people
     * @return empty when it is no answer, or cannot be read
     */
    public Optional<CalendarAnswer> read(String text, @Nullable String declaredMethod, String sender) {
        List<ContentLine> file = ContentLine.of(text);
        String method = method(file, declaredMethod);
        return method.equals("REPLY") || method.equals("COUNTER")
                ? answer(file, method.equals("COUNTER"), sender)
                : Optional.empty();
    }

    /** What a calendar file is about, in one Danish line, for the one who must find out by herself; empty when nobody can say. */
    public String describe(String text, @Nullable String declaredMethod) {
        List<ContentLine> file = ContentLine.of(text);
        String method = method(file, declaredMethod);
        String what = switch (method) {
            case "REPLY" -> "Et svar på en indkaldelse";
            case "COUNTER" -> "Et forslag om et andet tidspunkt";
            case "REQUEST" -> "En indkaldelse";
            case "CANCEL" -> "En aflysning";
            default -> "En kalenderfil";
        };
        List<String> said = new ArrayList<>();
        first(file, "SUMMARY")
                .map(ContentLine::text)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> said.add("„" + name + "“"));
        first(file, "DTSTART").map(line -> ProposedTime.of(file, line).danish()).ifPresent(said::add);
        first(file, "LOCATION")
                .map(ContentLine::text)
                .filter(place -> !place.isEmpty())
                .ifPresent(said::add);
        String known = said.isEmpty() ? what + "." : what + ": " + CalendarText.line(String.join(", ", said)) + ".";
        return method.equals("REPLY") || method.equals("COUNTER") ? known + NOT_COUNTED : known;
    }

    private static String method(List<ContentLine> file, @Nullable String declared) {
        return file.stream()
                .filter(line -> line.name().equals("METHOD") && !isOfEvent(line))
                .map(ContentLine::value)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(declared == null ? "" : declared)
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    private static Optional<CalendarAnswer> answer(List<ContentLine> file, boolean isCounter, String sender) {
        String uid = first(file, "UID").map(ContentLine::value).orElse("");
        List<ContentLine> attendees =
                ofEvent(file).filter(line -> line.name().equals("ATTENDEE")).toList();
        Optional<ContentLine> who = attendees.stream()
                .filter(attendee -> !sender.isEmpty() && addresses(attendee).anyMatch(sender::equalsIgnoreCase))
                .findFirst()
                .or(() -> attendees.stream()
                        .filter(attendee -> ANSWERS.contains(standing(attendee)))
                        .findFirst());
        if (uid.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        String answer = isCounter ? "COUNTER" : standing(who.get());
        if (!isCounter && !ANSWERS.contains(answer)) {
            return Optional.empty();
        }
        return Optional.of(new CalendarAnswer(
                uid,
                first(file, "SEQUENCE").map(line -> number(line.value())).orElse(0),
                first(file, "ORGANIZER").map(line -> address(line, "")).orElse(""),
                address(who.get(), sender),
                answer,
                isCounter
                        ? first(file, "DTSTART")
                                .map(line -> ProposedTime.of(file, line))
                                .orElse(null)
                        : null,
                comment(file, who.get())));
    }

    /** Google keeps the words of the one who answers beside her name. */
    private static String comment(List<ContentLine> file, ContentLine attendee) {
        return first(file, "COMMENT")
                .map(ContentLine::text)
                .filter(text -> !text.isEmpty())
                .orElse(attendee.parameter("X-RESPONSE-COMMENT").strip());
    }

    /** Of the first event: others are single days of the same one. */
    private static Stream<ContentLine> ofEvent(List<ContentLine> file) {
        return file.stream().filter(line -> isOfEvent(line) && line.number() == 0);
    }

    private static boolean isOfEvent(ContentLine line) {
        return line.component().equals("VEVENT");
    }

    private static Optional<ContentLine> first(List<ContentLine> file, String name) {
        return ofEvent(file).filter(line -> line.name().equals(name)).findFirst();
    }

    private static String standing(ContentLine attendee) {
        return attendee.parameter("PARTSTAT").toUpperCase(Locale.ROOT);
    }

    /** iCloud names people by a path of its own and puts their address beside it. */
    private static Stream<String> addresses(ContentLine person) {
        return Stream.of(
                        MAILTO.matcher(person.value()).replaceFirst("").strip(),
                        MAILTO.matcher(person.parameter("EMAIL"))
                                .replaceFirst("")
                                .strip())
                .filter(address -> ADDRESS.matcher(address).matches());
    }

    private static String address(ContentLine person, String preferred) {
        List<String> all = addresses(person).toList();
        return all.stream()
                .filter(preferred::equalsIgnoreCase)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse("");
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
