package dk.klyngeflow.founding;

import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.Statutes.CountedOf;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** By what majority the draft of the statutes is adopted: the one that it names itself for a change of the statutes. */
@Component
class Adoption {

    private final StatutesVersions versions;

    Adoption(StatutesVersions versions) {
        this.versions = versions;
    }

    boolean isReached(String clusterId, int votesFor, int votesAgainst, int came) {
        Statutes.Assembly draft = versions.today(clusterId).assembly();
        int base = draft.countedOf() == CountedOf.PRESENT ? came : votesFor + votesAgainst;
        // without a rule of its own more than half
        int needed = draft.statutesMajority() == Statutes.Share.NONE
                ? Statutes.moreThanHalf(base)
                : draft.statutesMajority().of(base);
        return votesFor > 0 && votesFor >= needed;
    }

    String inWords(String clusterId) {
        Statutes.Assembly draft = versions.today(clusterId).assembly();
        String share = draft.statutesMajority() == Statutes.Share.NONE
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
