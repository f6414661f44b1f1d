package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Approval;
import dk.klyngeflow.bills.ApprovalLevel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rule of several eyes, and nothing else: approvals are cumulative, bound to what was approved, never given twice by the same person,
 * never by the one whose own money it is, and above the secretary's check never by the one who sent it in. On an account of the board's the
 * coordinator has no say at all.
 */
final class FourEyes {

    private FourEyes() {}

    /** The lowest level that still has to approve the invoice as it is now; empty when all have. */
    static Optional<ApprovalLevel> next(
            ApprovalLevel needed, Interests interests, Collection<Approval> approvals, String contentHash) {
        for (ApprovalLevel level : ApprovalLevel.values()) {
            if (level.number() > needed.number()) {
                break;
            }
            if (level == ApprovalLevel.COORDINATOR && interests.isBoardOnly()) {
                continue;
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
            ApprovalLevel level, Interests interests, Collection<Approval> approvals, String contentHash) {
        Set<String> excluded = new HashSet<>(interests.payees());
        if (level != ApprovalLevel.MEMBERS) {
            excluded.addAll(approvers(approvals, contentHash));
        }
        if (isAboveTheCheck(level)) {
            excluded.addAll(interests.senders());
            excluded.addAll(interests.coordinators());
        }
        return excluded;
    }

    /** Those who may not confirm the payment: everybody who approved it, and the one who gets the money. */
    static Set<String> excludedFromPaying(Interests interests, Collection<Approval> approvals, String contentHash) {
        Set<String> excluded = approvers(approvals, contentHash);
        excluded.addAll(interests.payees());
        return excluded;
    }

    /** @return a Danish sentence when this person may not approve at this level now */
    static Optional<String> objection(
            String person,
            ApprovalLevel level,
            Interests interests,
            Collection<Approval> approvals,
            String contentHash) {
        if (interests.payees().contains(person)) {
            return Optional.of(own(person, interests) + " En anden skal godkende det.");
        }
        if (level != ApprovalLevel.MEMBERS && approvers(approvals, contentHash).contains(person)) {
            return Optional.of("Du har allerede godkendt dette bilag. En anden skal godkende her.");
        }
        if (isAboveTheCheck(level) && interests.senders().contains(person)) {
            return Optional.of("Du har selv sendt bilaget ind. En anden skal godkende det.");
        }
        if (isAboveTheCheck(level) && interests.coordinators().contains(person)) {
            return Optional.of(
                    "Bilag på denne konto godkendes kun af bestyrelsen, og du er koordinator. En anden skal godkende det.");
        }
        return Optional.empty();
    }

    /** Why it counts as her own, in a whole sentence. */
    static String own(String person, Interests interests) {
        return person.equals(interests.claimant())
                ? "Det er dit eget udlæg eller honorar."
                : "Pengene ser ud til at gå til dig: modtagerens navn, mail eller konto er din.";
    }

    private static boolean isAboveTheCheck(ApprovalLevel level) {
        return level == ApprovalLevel.COORDINATOR || level == ApprovalLevel.BOARD;
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
