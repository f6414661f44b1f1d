package dk.klyngeflow.demo;

import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.meetings.MeetingPlanning;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.topics.TopicBank;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Meetings of the demo at different steps, brought there by the people themselves: one with a date, to which some have answered, and one
 * for which the members propose topics and vote.
 */
@Component
@Profile("demo")
class DemoMeetings {

    /** Long enough for what is due to happen. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final MeetingPlanning planning;
    private final TopicBank topics;
    private final Answers answers;
    private final Links links;
    private final Map<String, LinkPage> pages;
    private final DatePolls polls;
    private final People people;
    private final FastForward clock;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;

    DemoMeetings(
            MeetingPlanning planning,
            TopicBank topics,
            Answers answers,
            Links links,
            List<LinkPage> pages,
            DatePolls polls,
            People people,
            FastForward clock,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.planning = planning;
        this.topics = topics;
        this.answers = answers;
        this.links = links;
        this.pages = pages.stream().collect(Collectors.toMap(LinkPage::purpose, page -> page));
        this.polls = polls;
        this.people = people;
        this.clock = clock;
        this.time = time;
        this.transaction = transaction;
    }

    void tell() {
        LocalDate today = time.today();
        String dated = planning.start(DemoCluster.ID, today.plusDays(75), today.plusDays(96), false, "koordinator");
        answers.give(DemoCluster.ID, dated, "planMeeting", "koordinator", plan(today.plusDays(75)));
        clock.by(A_MOMENT);
        List<String> members = people.holding(DemoCluster.ID, Role.MEMBER).stream()
                .map(Person::id)
                .toList();
        String poll =
                links.heldBy(DemoCluster.ID, "date-poll", "koordinator").get(0).subject();
        IntStream.range(0, members.size()).forEach(number -> saysWhen(members.get(number), number));
        clock.by(A_MOMENT);
        answers.give(DemoCluster.ID, dated + "/dato", "confirmDate", "koordinator", Map.of("chosenDate", best(poll)));
        clock.by(A_MOMENT);
        members.stream().limit(9).forEach(member -> answer("rsvp", member, Map.of("svar-0", List.of("YES"))));
        answer("rsvp", members.get(10), Map.of("svar-0", List.of("NO")));

        planning.start(DemoCluster.ID, today.plusDays(160), today.plusDays(185), true, "koordinator");
        clock.by(A_MOMENT);
        List<String> proposed = List.of(
                topic("m9", "Polyfarmaci hos de ældste", "Hvem får mere end ti lægemidler, og hvad kan vi stoppe?"),
                topic("m12", "Børn med astma", "Vi gør det meget forskelligt. Hvad virker i hverdagen?"),
                topic(
                        "m15",
                        "Henvisninger til billeddiagnostik",
                        "Hvornår nytter det, og hvad sparer vi patienten for?"),
                topic("formand", "Samtalen om livets afslutning", "Hvordan kommer vi i gang i tide?"));
        IntStream.range(0, 12)
                .forEach(number -> answer("topics", members.get(number), Map.of("emner", wanted(proposed, number))));
    }

    private String topic(String member, String title, String text) {
        return topics.propose(DemoCluster.ID, title, text, member);
    }

    /** One or two each, and more for the first than for the last. */
    private static List<String> wanted(List<String> proposed, int number) {
        String first = proposed.get(number % 3 == 0 ? number % proposed.size() : 0);
        String second = proposed.get(number % proposed.size());
        return first.equals(second) ? List.of(first) : List.of(first, second);
    }

    private static Map<String, Object> plan(LocalDate first) {
        Map<String, Object> form = new HashMap<>();
        form.put("title", "Diabetes og nyrer");
        form.put("text", "Hvem får kontrolleret nyretal, og hvad gør vi ved resten?");
        form.put("times", time(first, 1) + "\n" + time(first, 6) + "\n" + time(first, 13));
        form.put("minutes", "120");
        form.put("place", "");
        form.put("needs", "ROOM,CATERING,SPEAKER,DATA");
        form.put("required", "koordinator");
        return form;
    }

    private String best(String poll) {
        return polls.result(DemoCluster.ID, poll)
                .best()
                .map(date -> String.valueOf(date.option()))
                .orElseThrow();
    }

    private static String time(LocalDate first, int days) {
        LocalDate day = WorkingDays.after(first.plusDays(days), 0);
        return "%02d.%02d.%d 16.30".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** Most can on most dates; everybody somewhat differently, so that there is a best. */
    private void saysWhen(String member, int number) {
        for (Held held : links.heldBy(DemoCluster.ID, "date-poll", member)) {
            List<Block.Choice> questions = page("date-poll").show(held).orElseThrow().blocks().stream()
                    .filter(Block.Choice.class::isInstance)
                    .map(Block.Choice.class::cast)
                    .filter(choice -> choice.required())
                    .toList();
            Map<String, List<String>> sent = new HashMap<>();
            for (int question = 0; question < questions.size(); question++) {
                String answer =
                        (number + question) % 5 == 0 && number > 0 ? "NO" : number % 4 == 1 ? "IF_NEED_BE" : "YES";
                sent.put(questions.get(question).name(), List.of(answer));
            }
            transaction.executeWithoutResult(status -> page("date-poll").answer(held, sent));
        }
    }

    private void answer(String purpose, String member, Map<String, List<String>> sent) {
        links.heldBy(DemoCluster.ID, purpose, member)
                .forEach(held ->
                        transaction.executeWithoutResult(status -> page(purpose).answer(held, sent)));
    }

    private LinkPage page(String purpose) {
        LinkPage page = pages.get(purpose);
        if (page == null) {
            throw new IllegalStateException("no page for links of " + purpose);
        }
        return page;
    }
}
