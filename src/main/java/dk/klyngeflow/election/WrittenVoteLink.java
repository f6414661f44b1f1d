package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** No more stand than there are seats; any member may ask for a written vote. Who has asked is kept nowhere. */
@Component
class WrittenVoteLink implements LinkPage {

    private static final String ANSWER = "svar";

    private final Elections elections;
    private final Nominees nominees;
    private final Acclamations acclamations;
    private final ElectionProtocol protocol;

    WrittenVoteLink(Elections elections, Nominees nominees, Acclamations acclamations, ElectionProtocol protocol) {
        this.elections = elections;
        this.nominees = nominees;
        this.acclamations = acclamations;
        this.protocol = protocol;
    }

    @Override
    public String purpose() {
        return Acclamations.LINK;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return elections.find(held.clusterId(), held.subject()).map(this::shown);
    }

    private Shown shown(Election election) {
        Instant at = election.progress().acclamationAt();
        if (!acclamations.canBeAsked(election) || at == null) {
            return Shown.over(
                    election.progress().writtenVoteAsked()
                            ? "Der er bedt om skriftlig afstemning. Du hører, hvordan der stemmes."
                            : "Fristen for at bede om skriftlig afstemning er gået.");
        }
        return new Shown(
                election.label(),
                List.of(
                        new Block.Table(
                                "Stiller op",
                                List.of("Kandidat"),
                                protocol.names(election, nominees.in(election, Nominee.State.STANDING)).stream()
                                        .map(List::of)
                                        .toList()),
                        new Block.Text("Er du enig, skal du ikke gøre noget. Beder ingen om skriftlig afstemning inden "
                                + CopenhagenTime.inWords(at)
                                + ", er valget afgjort uden. Hvem der beder om det, bliver ikke gemt."),
                        new Block.Choice(
                                ANSWER,
                                "Vil du have skriftlig afstemning?",
                                List.of(new Block.Choice.Option("ASK", "Ja, jeg beder om skriftlig afstemning")),
                                Set.of(),
                                true,
                                false)),
                "Bed om afstemning");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        acclamations.askForVote(elections.lock(held.clusterId(), held.subject()));
        return new Done(
                "Der bliver stemt", "Alle får besked om, hvordan der stemmes. Hvem der bad om det, er ikke gemt.");
    }
}
