package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotFacts.Phase;
import dk.klyngeflow.ballots.BallotRefused.Why;
import dk.klyngeflow.ballots.Marks.Mark;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a voter chooses, looks again, confirms and reads her receipt; afterwards the result and the list of ballots. */
@Component
class VoteLink implements LinkPage {

    private static final String CHOICE = "stemme";
    private static final String VOTED_ALREADY =
            "Der er afgivet en stemme med dit link. Stemmer du igen, gælder kun den nye, og den gamle kvittering er ugyldig. Har du ikke selv stemt, så stem nu, og skriv til valglederen.";
    private static final String GIVEN_ALREADY =
            "Stemmen er afgivet. Stemmer du igen, gælder kun den nye, og den gamle kvittering er ugyldig. Har hverken du eller den, der havde fuldmagten, stemt, så stem nu, og sig det til dirigenten.";

    private final Ballots ballots;
    private final BallotNames names;
    private final BallotPages pages;
    private final CopenhagenTime time;

    VoteLink(Ballots ballots, BallotNames names, BallotPages pages, CopenhagenTime time) {
        this.ballots = ballots;
        this.names = names;
        this.pages = pages;
        this.time = time;
    }

    @Override
    public String purpose() {
        return Ballots.LINK;
    }

    @Override
    public boolean isSecret() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return find(held).map(ballot -> isOpen(ballot) ? question(ballot, held) : pages.closed(ballot));
    }

    private Optional<BallotFacts> find(Held held) {
        return ballots.find(held.clusterId(), VoteRight.ballotId(held));
    }

    private boolean isOpen(BallotFacts ballot) {
        return ballot.phase() == Phase.OPEN
                && time.now().isBefore(Objects.requireNonNull(ballot.course().closesAt()));
    }

    private Shown question(BallotFacts ballot, Held held) {
        List<Block> blocks = new ArrayList<>();
        boolean isProposal = ballot.contest().isProposal();
        VoteRight right = VoteRight.of(held);
        if (right.isBorneByAnother()) {
            blocks.add(new Block.Note("Her stemmer du for " + names.of(right.voter())
                    + ", som har givet dig fuldmagt. Din egen stemme har sit eget link."));
        }
        if (ballots.hasVoted(held.clusterId(), ballot.ballotId(), right.voter())) {
            blocks.add(new Block.Note(isProposal ? GIVEN_ALREADY : VOTED_ALREADY));
        }
        blocks.add(new Block.Text(
                "Afstemningen er hemmelig: ingen kan se, hvad du stemmer, og ingen kan se noget om resultatet, før "
                        + (isProposal
                                ? "dirigenten lukker"
                                : "der lukkes "
                                        + CopenhagenTime.inWords(Objects.requireNonNull(
                                                ballot.course().closesAt())))
                        + "."));
        if (isProposal) {
            blocks.add(new Block.Text(ballot.candidates().get(0).text()));
        }
        int marks = ballot.contest().marks();
        blocks.add(new Block.Choice(
                CHOICE,
                isProposal
                        ? "Hvad stemmer du?"
                        : marks == 1 ? "Hvem stemmer du på?" : "Vælg højst " + marks + ", eller stem blankt",
                options(ballot),
                Set.of(),
                true,
                marks > 1));
        return new Shown(ballot.title(), blocks, "Se min stemme efter");
    }

    private List<Block.Choice.Option> options(BallotFacts ballot) {
        List<Block.Choice.Option> options = new ArrayList<>();
        if (ballot.contest().isProposal()) {
            return List.of(
                    new Block.Choice.Option(Contest.FOR, "Ja", "Jeg stemmer for."),
                    new Block.Choice.Option(Contest.AGAINST, "Nej", "Jeg stemmer imod."),
                    new Block.Choice.Option(Marks.BLANK, "Blank", "Jeg stemmer hverken for eller imod."));
        } else if (ballot.contest().isApproval()) {
            Candidate only = ballot.candidates().get(0);
            String name = names.of(ballot).getOrDefault(only.personId(), "");
            options.add(new Block.Choice.Option(Contest.FOR, "For " + name, only.about()));
            options.add(new Block.Choice.Option(Contest.AGAINST, "Imod " + name, ""));
        } else {
            Map<String, String> called = names.of(ballot);
            ballot.candidates()
                    .forEach(each -> options.add(new Block.Choice.Option(
                            each.personId(), called.getOrDefault(each.personId(), ""), each.about())));
        }
        options.add(new Block.Choice.Option(Marks.BLANK, "Blank", "Jeg stemmer, men ikke på nogen af dem."));
        return options;
    }

    @Override
    public Optional<Shown> review(Held held, Map<String, List<String>> sent) {
        BallotFacts ballot = find(held).orElseThrow();
        List<String> chosen = chosen(sent);
        Marks.check(ballot.contest(), chosen);
        Map<String, String> labels = new LinkedHashMap<>();
        options(ballot).forEach(option -> labels.put(option.value(), option.label()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Map.of("Din stemme", marks(chosen, labels))));
        if (!chosen.isEmpty() && chosen.size() < ballot.contest().marks()) {
            blocks.add(new Block.Note("Du kan vælge " + ballot.contest().marks() + ", og du har valgt " + chosen.size()
                    + ". Det må du gerne."));
        }
        blocks.add(new Block.Text("Den tæller først, når du trykker på knappen."));
        return Optional.of(new Shown("Se din stemme efter", blocks, "Afgiv min stemme"));
    }

    private static String marks(List<String> chosen, Map<String, String> labels) {
        return chosen.isEmpty()
                ? "Blank"
                : String.join(", ", chosen.stream().map(labels::get).toList());
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        List<Mark> marks = ballots.cast(held.clusterId(), VoteRight.ballotId(held), VoteRight.of(held), chosen(sent));
        List<String> lines = new ArrayList<>();
        lines.add(
                marks.size() == 1
                        ? "Din kvittering er " + marks.get(0).receipt() + "."
                        : "Dine kvitteringer er, én for hvert kryds: "
                                + String.join(
                                        ", ", marks.stream().map(Mark::receipt).toList()) + ".");
        lines.add(
                "Den vises kun nu og sendes ikke. Skriv den ned, eller tag et billede af den: når der er talt, kan du finde den på listen over stemmer, hvis der er afgivet mindst fem.");
        lines.add("Du kan stemme igen, indtil der lukkes. Så gælder kun den sidste stemme.");
        return new Done("Din stemme er modtaget", lines)
                .thenOnly(
                        new Done(
                                "Kvitteringen er vist",
                                "Den vises kun én gang. Har du ikke skrevet den ned, gælder din stemme alligevel; du kan også stemme igen og få en ny."));
    }

    private static List<String> chosen(Map<String, List<String>> sent) {
        List<String> chosen = sent.getOrDefault(CHOICE, List.of());
        if (chosen.isEmpty()) {
            throw new BallotRefused(Why.NOTHING_CHOSEN);
        } else if (!chosen.contains(Marks.BLANK)) {
            return chosen;
        } else if (chosen.size() > 1) {
            throw new BallotRefused(Why.BLANK_AND_MARKED);
        }
        return List.of();
    }

    @Override
    public Shown over(Held held) {
        return find(held)
                .map(ballot -> isOpen(ballot)
                        ? Shown.over(
                                "Der stemmes endnu, men ikke længere med dette link: en anden har stemmesedlen nu.")
                        : pages.closed(ballot))
                .orElseGet(() ->
                        Shown.over("Afstemningen er afsluttet for længe siden. Spørg valglederen om protokollen."));
    }
}
