package dk.klyngeflow.ballots;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The protocol of a vote on paper (PDF/A): every figure, both hashes, the lot; never the list of ballots, which is forgotten earlier. */
@Component
public class PrintedProtocols {

    private static final String TEMPLATE = "ballot-protocol";
    private static final String MADE_HERE = "system:ballots";

    private final Ballots ballots;
    private final BallotStore store;
    private final PdfMaker pdfs;
    private final Documents documents;

    PrintedProtocols(Ballots ballots, BallotStore store, PdfMaker pdfs, Documents documents) {
        this.ballots = ballots;
        this.store = store;
        this.pdfs = pdfs;
        this.documents = documents;
    }

    /** What is on it. @param rows labels and what they stand for */
    record Paper(
            String cluster,
            String title,
            List<Row> rows,
            List<Row> figures,
            List<String> sentences,
            List<String> remarks,
            String hash) {}

    record Row(String label, String value) {}

    /**
     * Makes it and files it among the cluster's documents; of one protocol once. After a lot it is another.
     *
     * @return its id
     */
    public String file(String clusterId, String ballotId) {
        return store.inOne(() -> {
            Optional<String> known = ballots.printed(clusterId, ballotId);
            if (known.isPresent()) {
                return known.get();
            }
            Protocol protocol = ballots.protocol(clusterId, ballotId);
            String hash = ballots.result(clusterId, ballotId).orElseThrow().hash();
            byte[] pdf = pdfs.pdf(TEMPLATE, paper(protocol, hash));
            Document kept =
                    documents.store(clusterId, "stemmeprotokol-" + hash.substring(0, 12) + ".pdf", pdf, MADE_HERE);
            store.printed(clusterId, ballotId, hash, kept.id());
            return kept.id();
        });
    }

    static Paper paper(Protocol protocol, String hash) {
        Protocol.Held held = protocol.held();
        List<Row> rows = new ArrayList<>();
        add(rows, "Åbnet", moment(held.openedAt()));
        add(rows, "Lukket", moment(held.closedAt()));
        add(rows, "På valglisten", held.onRoll() == null ? "" : String.valueOf(held.onRoll()));
        add(rows, "Valglistens kontrolsum ved åbningen", held.rollHash() == null ? "" : held.rollHash());
        add(
                rows,
                "Nøglen lå",
                held.key() == null
                        ? ""
                        : held.key() == KeyMode.PAPER ? "på papir hos valglederen" : "på serveren, uden for databasen");
        add(rows, "Talt af", String.join(" og ", held.tellers()));
        return new Paper(
                protocol.vote().cluster(),
                protocol.vote().title(),
                rows,
                figures(protocol),
                protocol.sentences(),
                remarks(protocol),
                hash);
    }

    private static List<Row> figures(Protocol protocol) {
        Counts counts = protocol.finding().counts();
        List<Row> figures = new ArrayList<>();
        if (counts != null) {
            Protocol.Paper paper = protocol.vote().paper();
            counts.votes()
                    .forEach(
                            (choice, votes) -> add(figures, TallyInWords.choice(choice, paper), String.valueOf(votes)));
            add(figures, "Blanke", String.valueOf(counts.blank()));
            add(figures, "Ugyldige", String.valueOf(counts.invalid()));
            add(figures, "Stemmesedler i alt", String.valueOf(counts.ballots()));
        }
        return figures;
    }

    private static List<String> remarks(Protocol protocol) {
        List<String> remarks = new ArrayList<>();
        protocol.held()
                .struckOff()
                .forEach(each -> remarks.add("%s og %s strøg én fra valglisten, før der blev lukket: %s"
                        .formatted(each.first(), each.second(), each.reason())));
        if (protocol.added() != null) {
            remarks.add("Kontrolsummen, før dette blev tilføjet, var "
                    + protocol.added().before() + ".");
        }
        return remarks;
    }

    private static void add(List<Row> rows, String label, String value) {
        if (!value.isEmpty()) {
            rows.add(new Row(label, value));
        }
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : CopenhagenTime.inWords(moment);
    }
}
