package dk.klyngeflow.ballots;

import java.util.ArrayList;
import java.util.List;

/** Works a protocol out anew from its list of marks, and says what does not agree. */
final class Recount {

    private final Protocol protocol;
    private final List<String> faults = new ArrayList<>();

    private Recount(Protocol protocol) {
        this.protocol = protocol;
    }

    /** @return Danish, one sentence for each thing that is wrong; empty when everything agrees */
    static List<String> of(String file) {
        Protocol protocol;
        try {
            protocol = new ProtocolFile(file).read();
        } catch (IllegalArgumentException changed) {
            return List.of(String.valueOf(changed.getMessage()));
        }
        Recount recount = new Recount(protocol);
        recount.work();
        return List.copyOf(recount.faults);
    }

    private void work() {
        Finding finding = protocol.finding();
        Contest contest = protocol.vote().paper().contest();
        Counts counts = finding.counts();
        if (counts != null) {
            boolean isByHand = !protocol.held().tellers().isEmpty();
            if (!isByHand
                    && !Finding.recounted(contest, finding.list(), counts.invalid())
                            .equals(counts)) {
                faults.add("Stemmesedlerne på listen giver andre tal end dem, der står i protokollen.");
            }
            if (!Tally.of(contest, counts).equals(finding.outcome())) {
                faults.add("Reglen giver et andet resultat af tallene end det, der står i protokollen.");
            }
            if (finding.list().stream().map(Marks.Mark::receipt).distinct().count()
                    < finding.list().size()) {
                faults.add("Den samme kvittering står to gange på listen.");
            }
        }
        Protocol again = Protocol.of(protocol.vote(), protocol.held(), finding, protocol.added());
        if (!again.outcome().equals(protocol.outcome())) {
            faults.add("Lodtrækningen giver et andet resultat end det, der står i protokollen.");
        }
        if (!again.sentences().equals(protocol.sentences())) {
            faults.add("Sætningerne i protokollen svarer ikke til tallene.");
        }
    }
}
