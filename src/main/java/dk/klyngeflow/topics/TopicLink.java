package dk.klyngeflow.topics;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.CaseNow;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.topics.TopicBank.Ballot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a member sees who is asked for topics: those in the bank, her votes, and room for one of her own. */
@Component
class TopicLink implements LinkPage {

    private static final String VOTES = "emner";
    private static final String TITLE = "forslag";
    private static final String TEXT = "hvorfor";
    private static final int SHORT = 140;

    private final TopicBank bank;
    private final CaseNow cases;

    TopicLink(TopicBank bank, CaseNow cases) {
        this.bank = bank;
        this.cases = cases;
    }

    @Override
    public String purpose() {
        return TopicBank.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return bank.ballot(held.clusterId(), held.subject(), held.holder())
                .map(ballot ->
                        ballot.open() ? question(ballot) : outcome(ballot, over(held.clusterId(), held.subject())));
    }

    private String over(String clusterId, String caseKey) {
        return cases.of(clusterId, caseKey).map(CaseNow.State::over).orElse("");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        bank.vote(
                held.clusterId(),
                held.subject(),
                held.holder(),
                sent.getOrDefault(VOTES, List.of()),
                String.join("", sent.getOrDefault(TITLE, List.of())),
                String.join("", sent.getOrDefault(TEXT, List.of())));
        String until = bank.ballot(held.clusterId(), held.subject(), held.holder())
                .map(ballot -> " til " + CopenhagenTime.inWords(ballot.closesAt()))
                .orElse("");
        return new Done(
                "Tak for hjælpen",
                "Koordinatoren vælger emnet og ser, hvor mange der har stemt på hvert.",
                "Du kan ændre dine stemmer eller foreslå et emne mere med det samme link" + until + ".");
    }

    @Override
    public Shown over(Held held) {
        return bank.ballot(held.clusterId(), held.subject(), held.holder())
                .map(ballot -> outcome(ballot, over(held.clusterId(), held.subject())))
                .orElseGet(() -> LinkPage.super.over(held));
    }

    private static Shown question(Ballot ballot) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text((ballot.topics().isEmpty()
                        ? "Der er ingen emner på klyngens liste endnu. Foreslå et; har du ingen, skal du ikke gøre noget."
                        : "Vælg op til " + TopicBank.MOST_VOTES + " emner, eller foreslå et nyt.")
                + " Der lukkes " + CopenhagenTime.inWords(ballot.closesAt()) + "."));
        if (!ballot.topics().isEmpty()) {
            blocks.add(new Block.Choice(
                    VOTES,
                    "Hvad vil du helst tale om?",
                    ballot.topics().stream().map(TopicLink::option).toList(),
                    ballot.chosen(),
                    false,
                    true));
        }
        blocks.add(
                new Block.Field(TITLE, "Foreslå et emne", Block.Field.Kind.TEXT, "", false, TopicBank.LONGEST_TITLE));
        blocks.add(new Block.Field(
                TEXT, "Hvorfor det er vigtigt", Block.Field.Kind.AREA, "", false, TopicBank.LONGEST_TEXT));
        return new Shown(
                "Hvad skal næste møde handle om?",
                blocks,
                ballot.chosen().isEmpty() ? "Send mine ønsker" : "Gem ændringen");
    }

    private static Shown outcome(Ballot ballot, String over) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(
                over.isEmpty() ? "Afstemningen er lukket. Du hører, hvad mødet kommer til at handle om." : over));
        if (!ballot.topics().isEmpty()) {
            blocks.add(new Block.Table(
                    "Sådan blev der stemt",
                    List.of("Emne", "Stemmer"),
                    ballot.topics().stream()
                            .map(topic -> List.of(topic.title(), String.valueOf(topic.votes())))
                            .toList()));
        }
        return new Shown("Hvad skal næste møde handle om?", blocks, null);
    }

    private static Block.Choice.Option option(Topic topic) {
        String text = topic.text().replaceAll("\\s+", " ");
        return new Block.Choice.Option(
                topic.id(), topic.title(), text.length() <= SHORT ? text : text.substring(0, SHORT) + "…");
    }
}
