package dk.klyngeflow.election;

import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A candidate's own page: yes or no, her text, and withdrawing again. */
@Component
class CandidacyLink implements LinkPage {

    private static final String ANSWER = "svar";
    private static final String TEXT = "tekst";

    private final Elections elections;
    private final Nominees nominees;
    private final Nominations nominations;
    private final Independence independence;

    CandidacyLink(Elections elections, Nominees nominees, Nominations nominations, Independence independence) {
        this.elections = elections;
        this.nominees = nominees;
        this.nominations = nominations;
        this.independence = independence;
    }

    @Override
    public String purpose() {
        return Nominations.CANDIDACY_LINK;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return elections
                .find(held.clusterId(), held.subject())
                .flatMap(election -> nominees.find(election, held.holder()).map(nominee -> shown(election, nominee)));
    }

    private Shown shown(Election election, Nominee nominee) {
        boolean isStanding = nominee.is(Nominee.State.STANDING);
        boolean canAnswer = isStanding
                ? !election.course().status().isOver()
                : nominations.isOpen(election)
                        && (nominee.is(Nominee.State.NAMED)
                                || nominee.is(Nominee.State.DECLINED)
                                || nominee.is(Nominee.State.WITHDRAWN));
        if (!canAnswer) {
            return Shown.over(
                    switch (nominee.state()) {
                        case DECLINED -> "Du har sagt nej til at stille op.";
                        case WITHDRAWN -> "Du har trukket dig.";
                        default -> "Der er ikke mere at svare på ved dette valg.";
                    });
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                isStanding
                        ? "Du stiller op. Du kan rette din tekst, til der stemmes, og trække dig, til der er lukket. Trækker du dig, mens der stemmes, bliver afstemningen annulleret, og alle må stemme igen."
                        : "En kollega har foreslået dig. Vil du stille op? Svar inden " + Nominations.closes(election)
                                + "."));
        independence.warning(election, nominee.personId()).map(Block.Note::new).ifPresent(blocks::add);
        blocks.add(new Block.Choice(
                ANSWER,
                "Dit svar",
                List.of(
                        new Block.Choice.Option("YES", isStanding ? "Jeg stiller op" : "Ja, jeg stiller op"),
                        new Block.Choice.Option("NO", isStanding ? "Jeg trækker mig" : "Nej tak")),
                isStanding ? Set.of("YES") : nominee.is(Nominee.State.NAMED) ? Set.of() : Set.of("NO"),
                true,
                false));
        if (!election.is(ElectionStatus.VOTING)) {
            blocks.add(new Block.Field(
                    TEXT,
                    "Et par ord om, hvorfor du stiller op",
                    Block.Field.Kind.AREA,
                    nominee.text(),
                    false,
                    Nominee.LONGEST_TEXT));
        }
        return new Shown(election.label(), blocks, isStanding ? "Gem ændringen" : "Send mit svar");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Election election = elections.lock(held.clusterId(), held.subject());
        boolean stands = sent.getOrDefault(ANSWER, List.of()).contains("YES");
        String before =
                nominees.find(election, held.holder()).map(Nominee::text).orElse("");
        String text = election.is(ElectionStatus.VOTING) ? before : String.join("", sent.getOrDefault(TEXT, List.of()));
        nominations.answer(election, held.holder(), stands, text);
        String own = stands ? "Du kan rette eller trække dig med det samme link." : "Du stiller ikke op.";
        return new Done(
                stands ? "Tak, du stiller op" : "Tak for dit svar",
                nominations.isOpen(election) ? List.of(own, NominationLink.until(election)) : List.of(own));
    }
}
