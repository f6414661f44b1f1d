package dk.klyngeflow.invoices;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rule of several eyes, and nothing else: approvals are cumulative, bound to what was approved, never given twice by the same person
 * and never by the one whose own money it is.
 */
final class FourEyes {

    private FourEyes() {}

    /** The lowest level that still has to approve the invoice as it is now; empty when all have. */
    static Optional<ApprovalLevel> next(ApprovalLevel needed, Collection<Approval> approvals, String contentHash) {
        for (ApprovalLevel level : ApprovalLevel.values()) {
            if (level.number() > needed.number()) {
                break;
            }
            if (approvals.stream()
                    .noneMatch(a -> a.level() == level && a.contentHash().equals(contentHash))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** Those who may not approve at this level. Writing down what the members decided is no approval of one's own. */
    static Set<String> excluded(
            ApprovalLevel level, @Nullable String claimant, Collection<Approval> approvals, String contentHash) {
        Set<String> excluded = level == ApprovalLevel.MEMBERS ? new HashSet<>() : approvers(approvals, contentHash);
        if (claimant != null) {
            excluded.add(claimant);
        }
        return excluded;
    }

    /** Those who may not confirm the payment: everybody who approved it, and the one who gets the money. */
    static Set<String> excludedFromPaying(
            @Nullable String claimant, Collection<Approval> approvals, String contentHash) {
        Set<String> excluded = approvers(approvals, contentHash);
        if (claimant != null) {
            excluded.add(claimant);
        }
        return excluded;
    }

    /** @return a Danish sentence when this person may not approve at this level now */
    static Optional<String> objection(
            String person,
            ApprovalLevel level,
            @Nullable String claimant,
            Collection<Approval> approvals,
            String contentHash) {
        if (person.equals(claimant)) {
            return Optional.of("Det er dit eget udlæg eller honorar. En anden skal godkende det.");
        }
        if (level != ApprovalLevel.MEMBERS && approvers(approvals, contentHash).contains(person)) {
            return Optional.of("Du har allerede godkendt dette bilag. En anden skal godkende her.");
        }
        return Optional.empty();
    }

    private static Set<String> approvers(Collection<Approval> approvals, String contentHash) {
        Set<String> people = new HashSet<>();
        for (Approval approval : approvals) {
            if (approval.personId() != null && approval.contentHash().equals(contentHash)) {
                people.add(approval.personId());
            }
        }
        return people;
    }
}
