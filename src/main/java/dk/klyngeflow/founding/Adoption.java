package dk.klyngeflow.founding;

import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.Statutes.CountedOf;
import dk.klyngeflow.statutes.StatutesDraft;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** By what majority the draft of the statutes is adopted: the one that it names itself for a change of the statutes. */
@Component
class Adoption {

    private final StatutesVersions versions;
    private final StatutesDraft drafts;

    Adoption(StatutesVersions versions, StatutesDraft drafts) {
        this.versions = versions;
        this.drafts = drafts;
    }

    boolean isReached(String clusterId, int votesFor, int votesAgainst, int came) {
        return votesFor > 0 && votesFor >= needed(clusterId, base(clusterId, votesFor, votesAgainst, came));
    }

    private int base(String clusterId, int votesFor, int votesAgainst, int came) {
        return isOfPresent(clusterId) ? came : votesFor + votesAgainst;
    }

    private boolean isOfPresent(String clusterId) {
        return versions.today(clusterId).assembly().countedOf() == CountedOf.PRESENT;
    }

    private int needed(String clusterId, int base) {
        Statutes.Share share = versions.today(clusterId).assembly().statutesMajority();
        return isMoreThanHalf(share) ? Statutes.moreThanHalf(base) : share.of(base);
    }

    /** Without a rule of its own, too; as many against as for adopts nothing. */
    private static boolean isMoreThanHalf(Statutes.Share share) {
        return share == Statutes.Share.NONE || share == Statutes.Share.HALF;
    }

    /** How it was reckoned, as it stands in the minutes. */
    String arithmetic(String clusterId, int votesFor, int votesAgainst, int came) {
        int base = base(clusterId, votesFor, votesAgainst, came);
        return "Det kræver " + inWords(clusterId) + ": af " + base + " er det " + needed(clusterId, base) + ", og "
                + votesFor + " stemte for.";
    }

    /** What the assembly has changed in the draft that went out, a line per field. */
    List<String> amendments(Founding founding) {
        return drafts.changes(
                versions.version(founding.clusterId(), founding.statutesVersion()),
                versions.today(founding.clusterId()));
    }

    String inWords(String clusterId) {
        Statutes.Assembly draft = versions.today(clusterId).assembly();
        String share = isMoreThanHalf(draft.statutesMajority())
                ? "mere end halvdelen"
                : "mindst " + draft.statutesMajority().danish();
        return share + (draft.countedOf() == CountedOf.PRESENT ? " af de fremmødte" : " af de afgivne stemmer");
    }

    /** From the day of the assembly on they are the cluster's own. */
    void adopt(String clusterId, LocalDate from, String by) {
        Statutes draft = versions.today(clusterId);
        versions.adopt(
                clusterId,
                new Statutes(
                        draft.version(), from, draft.notices(), draft.assembly(), draft.elections(), draft.terms()),
                by);
    }
}
