package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.CaseNow;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a member sees and answers when she opens her link to a poll. */
@Component
class DatePollLink implements LinkPage {

    private static final String FIELD = "dato";
    private static final List<Block.Choice.Option> ANSWERS = List.of(
            new Block.Choice.Option(DateAnswer.YES.name(), "Ja"),
            new Block.Choice.Option(DateAnswer.IF_NEED_BE.name(), "Hvis nødvendigt"),
            new Block.Choice.Option(DateAnswer.NO.name(), "Nej"));

    private final DatePolls polls;
    private final PollPeople people;
    private final CaseNow cases;
    private final ObjectProvider<AskedWithDates> others;
    private final CopenhagenTime time;

    DatePollLink(
            DatePolls polls,
            PollPeople people,
            CaseNow cases,
            ObjectProvider<AskedWithDates> others,
            CopenhagenTime time) {
        this.cases = cases;
        this.polls = polls;
        this.people = people;
        this.others = others;
        this.time = time;
    }

    @Override
    public String purpose() {
        return DatePolls.PURPOSE;
    }

    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return people.view(held.clusterId(), held.subject(), held.holder())
                .map(view -> view.takesAnswersAt(time.now()) ? question(held, view) : outcome(view, now(held)));
    }

    private CaseNow.State now(Held held) {
        return polls.find(held.clusterId(), held.subject())
                .flatMap(poll -> cases.of(held.clusterId(), poll.caseKey()))
                .orElse(new CaseNow.State("", null));
    }

    /** A date that was chosen may have been moved, or the meeting cancelled, since. */
    private static String ended(PollPeople.View view, CaseNow.State now) {
        if (now.isOver()) {
            return now.over();
        }
        if (now.start() != null) {
            boolean isMoved = view.chosen()
                    .filter(date -> now.isMovedFrom(date.startsAt()))
                    .isPresent();
            return (isMoved ? "Mødet er flyttet til " : "Datoen er valgt: ") + CopenhagenTime.inWords(now.start())
                    + ".";
        }
        return view.chosen()
                .map(date -> "Datoen er valgt: " + CopenhagenTime.inWords(date.startsAt()) + ".")
                .orElse("Afstemningen er lukket. Du får besked, når datoen er valgt.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Map<Integer, DateAnswer> answers = new TreeMap<>();
        sent.forEach((name, values) -> {
            if (name.matches(FIELD + "\\d{1,3}") && values.size() == 1) {
                answers.put(Integer.valueOf(name.substring(FIELD.length())), DateAnswer.valueOf(values.get(0)));
            }
        });
        Polls.Kept kept = polls.answer(held.clusterId(), held.subject(), held.holder(), answers)
                .orElseThrow(() -> new FormRefused(refusal(held)));
        others.orderedStream().forEach(other -> other.answer(held.clusterId(), kept.caseKey(), held.holder(), sent));
        return new Done(
                "Tak, dit svar er gemt",
                "Du kan ændre det med det samme link, til afstemningen lukker "
                        + CopenhagenTime.inWords(kept.closesAt()) + ", eller når alle har svaret.");
    }

    private String refusal(Held held) {
        boolean open = people.view(held.clusterId(), held.subject(), held.holder())
                .filter(view -> view.takesAnswersAt(time.now()))
                .isPresent();
        return open
                ? "Svar på hver af datoerne, og send igen."
                : "Afstemningen er lukket, så dit svar kom ikke med. Skriv til koordinatoren, hvis det er vigtigt.";
    }

    private Shown question(Held held, PollPeople.View view) {
        List<Block> blocks = new ArrayList<>();
        if (!view.matter().text().isBlank()) {
            blocks.add(new Block.Text(view.matter().text()));
        }
        blocks.add(facts(view));
        for (Poll.Option option : view.options()) {
            DateAnswer before = view.answers().get(option.number());
            blocks.add(new Block.Choice(
                    FIELD + option.number(),
                    PollTexts.capital(CopenhagenTime.inWords(option.startsAt())),
                    ANSWERS,
                    before == null ? Set.of() : Set.of(before.name()),
                    true,
                    false));
        }
        others.orderedStream()
                .forEach(other -> blocks.addAll(other.questions(held.clusterId(), view.caseKey(), held.holder())));
        return new Shown(
                "Hvornår passer det dig? " + view.matter().title(),
                blocks,
                view.answers().isEmpty() ? "Send mine svar" : "Gem ændringen");
    }

    private static Shown outcome(PollPeople.View view, CaseNow.State now) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(ended(view, now)));
        if (!view.answers().isEmpty()) {
            blocks.add(new Block.Table(
                    "Det svarede du",
                    List.of("Dato", "Dit svar"),
                    view.options().stream()
                            .map(option -> List.of(
                                    CopenhagenTime.inWords(option.startsAt()),
                                    PollTexts.answer(
                                            Optional.ofNullable(view.answers().get(option.number())))))
                            .toList()));
        }
        return new Shown(view.matter().title(), blocks, null);
    }

    private static Block facts(PollPeople.View view) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Varer", PollTexts.duration(view.matter().minutes()));
        facts.put("Svar inden", CopenhagenTime.inWords(view.stand().closesAt()));
        return new Block.Facts(facts);
    }
}
