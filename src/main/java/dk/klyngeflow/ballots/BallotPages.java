package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.Marks.Mark;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What those on the roll see of a vote that takes no votes: how it went, and every mark with its receipt. */
@Component
class BallotPages {

    private final Ballots ballots;
    private final BallotNames names;

    BallotPages(Ballots ballots, BallotNames names) {
        this.ballots = ballots;
        this.names = names;
    }

    /** Never asks anything. */
    Shown closed(BallotFacts ballot) {
        List<Block> blocks = new ArrayList<>();
        switch (ballot.phase()) {
            case PREPARED ->
                blocks.add(new Block.Note("Afstemningen er ikke åbnet endnu. Du får en mail, når den gør."));
            case OPEN ->
                blocks.add(new Block.Note("Afstemningen er lukket. Resultatet står her, når stemmerne er talt."));
            case VOID ->
                blocks.add(new Block.Note("Afstemningen er aflyst" + why(ballot)
                        + ". Stemmerne er slettet uåbnede. Er der en ny, har du fået et nyt link."));
            case COUNTED -> counted(ballot, blocks);
        }
        roll(ballot, blocks);
        return new Shown(ballot.title(), blocks, null);
    }

    private static String why(BallotFacts ballot) {
        VoidReason reason = ballot.course().voidReason();
        return reason == null ? "" : ", " + reason.danish();
    }

    private void roll(BallotFacts ballot, List<Block> blocks) {
        List<String> voters = ballots.roll(ballot.clusterId(), ballot.ballotId());
        if (!voters.isEmpty()) {
            blocks.add(new Block.Table(
                    "Valglisten: " + voters.size() + " kunne stemme",
                    List.of("Navn"),
                    names.onRoll(ballot.clusterId(), voters).stream()
                            .map(List::of)
                            .toList()));
            blocks.add(new Block.Text("Kontrolsum (SHA-256) af valglisten, som den blev sendt, da der blev åbnet: "
                    + ballot.course().rollHash()));
        }
    }

    private void counted(BallotFacts ballot, List<Block> blocks) {
        Protocol protocol = ballots.protocol(ballot.clusterId(), ballot.ballotId());
        protocol.sentences().forEach(sentence -> blocks.add(new Block.Text(sentence)));
        ballots.printed(ballot.clusterId(), ballot.ballotId())
                .ifPresent(pdf -> blocks.add(new Block.File(pdf, "Hent protokollen")));
        List<Mark> list = protocol.finding().list();
        if (!list.isEmpty()) {
            blocks.add(new Block.Text("Find din kvittering på listen, og se, at der står det, du stemte."));
            blocks.add(new Block.Table(
                    "Alle stemmer, ordnet efter kvittering",
                    List.of("Kvittering", "Stemme"),
                    list.stream()
                            .map(mark -> List.of(
                                    mark.receipt(),
                                    TallyInWords.choice(
                                            mark.choice(), protocol.vote().paper())))
                            .toList()));
        }
        blocks.add(new Block.Text("Protokollens kontrolsum (SHA-256): "
                + ballots.result(ballot.clusterId(), ballot.ballotId())
                        .orElseThrow()
                        .hash()));
    }
}
