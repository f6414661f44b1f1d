package dk.klyngeflow.election;

import dk.klyngeflow.engine.DanishTime;
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

/** Whoever is elected says yes or no. */
@Component
class AcceptanceLink implements LinkPage {

    private static final String ANSWER = "svar";

    private final Elections elections;
    private final Nominees nominees;
    private final Acceptances acceptances;
    private final Independence independence;

    AcceptanceLink(Elections elections, Nominees nominees, Acceptances acceptances, Independence independence) {
        this.elections = elections;
        this.nominees = nominees;
        this.acceptances = acceptances;
        this.independence = independence;
    }

    @Override
    public String purpose() {
        return Acceptances.LINK;
    }

    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return elections
                .find(held.clusterId(), held.subject())
                .flatMap(election -> nominees.find(election, held.holder()).map(nominee -> shown(election, nominee)));
    }

    private Shown shown(Election election, Nominee nominee) {
        boolean isAsked = nominee.is(Nominee.State.ELECTED)
                || nominee.is(Nominee.State.ACCEPTED)
                || nominee.is(Nominee.State.REFUSED);
        if (!election.is(ElectionStatus.ACCEPTING) || !isAsked) {
            return Shown.over("Valget er gjort op. Skriv til klyngen, hvis noget har ændret sig.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("Tillykke, du er valgt. Siger du ja, har du posten som " + election.post()
                + " fra den "
                + DanishTime.DAY.format(election.matter().takesOffice())
                + ", og alle får det at vide. " + Acceptances.until(election)));
        independence.warning(election, nominee.personId()).map(Block.Note::new).ifPresent(blocks::add);
        blocks.add(new Block.Choice(
                ANSWER,
                "Tager du imod valget?",
                List.of(new Block.Choice.Option("YES", "Ja"), new Block.Choice.Option("NO", "Nej")),
                nominee.is(Nominee.State.ELECTED)
                        ? Set.of()
                        : Set.of(nominee.is(Nominee.State.ACCEPTED) ? "YES" : "NO"),
                true,
                false));
        return new Shown(
                election.label(), blocks, nominee.is(Nominee.State.ELECTED) ? "Send mit svar" : "Gem ændringen");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        boolean accepts = sent.getOrDefault(ANSWER, List.of()).contains("YES");
        acceptances.answer(elections.lock(held.clusterId(), held.subject()), held.holder(), accepts);
        return accepts
                ? new Done("Tak, og held og lykke", "Alle får resultatet på mail.")
                : new Done("Tak for dit svar", "Bestyrelsen afgør nu efter vedtægterne, hvad der så sker.");
    }
}
