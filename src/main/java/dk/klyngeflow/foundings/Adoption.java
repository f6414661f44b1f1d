package dk.klyngeflow.foundings;

import dk.klyngeflow.statutes.Majority;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesDraft;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** By what majority the draft of the statutes is adopted: the one that it names itself for a change of the statutes. */
@Component
public class Adoption {

    private final StatutesVersions versions;
    private final StatutesDraft drafts;

    Adoption(StatutesVersions versions, StatutesDraft drafts) {
        this.versions = versions;
        this.drafts = drafts;
    }

    public boolean isReached(String clusterId, int votesFor, int votesAgainst, int came) {
        return majority(clusterId).isReached(votesFor, votesAgainst, came);
    }

    private Majority majority(String clusterId) {
        return Majority.ofStatutes(versions.today(clusterId));
    }

    /** How it was reckoned, as it stands in the minutes. */
    public String arithmetic(String clusterId, int votesFor, int votesAgainst, int came) {
        return majority(clusterId).arithmetic(votesFor, votesAgainst, came);
    }

    /** What the assembly has changed in the draft that went out, a line per field. */
    public List<String> amendments(Founding founding) {
        return drafts.changes(
                versions.version(founding.clusterId(), founding.statutesVersion()),
                versions.today(founding.clusterId()));
    }

    public String inWords(String clusterId) {
        return majority(clusterId).inWords();
    }

    /** From the day of the assembly on they are the cluster's own. */
    public void adopt(String clusterId, LocalDate from, String by) {
        Statutes draft = versions.today(clusterId);
        versions.adopt(
                clusterId,
                new Statutes(
                        draft.version(), from, draft.notices(), draft.assembly(), draft.elections(), draft.terms()),
                by);
    }
}
