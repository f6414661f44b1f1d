package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.Money;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may explain a line, and why.
 *
 * @param rule the letter of the rule that found it
 * @param reason Danish
 * @param lines one, or two that lift each other
 * @param takes of which vouchers how much
 * @param feeOere what is missing in the ledger besides; 0 when nothing is
 * @param account where that, or the whole line, is to be posted; empty when nothing is
 * @param isCertain whether it is taken without asking
 */
record Proposal(
        String rule,
        String reason,
        List<BankLine> lines,
        List<Proposal.Take> takes,
        long feeOere,
        String account,
        boolean isCertain) {

    /** @param oere with the sign of the bank */
    record Take(String voucherId, String label, String text, long oere) {}

    /** Tells two proposals apart, so that one confirms what one has seen. */
    String key() {
        return rule + ":" + account + ":"
                + takes.stream()
                        .map(take -> take.voucherId() + "=" + take.oere())
                        .sorted()
                        .collect(Collectors.joining(","))
                + lines.stream().map(BankLine::id).sorted().collect(Collectors.joining(","));
    }

    /** Danish: the vouchers, and what is posted besides. */
    String what() {
        String vouchers = takes.stream()
                .map(take -> "bilag " + take.label() + " (" + Money.kroner(take.oere()) + ")")
                .collect(Collectors.joining(" og "));
        String fee = feeOere == 0 ? "" : "gebyr " + Money.kroner(-feeOere) + " på konto " + account;
        return vouchers + (vouchers.isEmpty() || fee.isEmpty() ? "" : " og ") + fee;
    }
}
