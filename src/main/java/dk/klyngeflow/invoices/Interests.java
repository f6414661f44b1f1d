package dk.klyngeflow.invoices;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has something at stake in an invoice, and how much the account demands.
 *
 * @param claimant whose claim it is; null for a supplier's invoice
 * @param payees people of the cluster to whom the money goes, by claim, name, mail or account
 * @param senders people of the cluster who sent it in
 * @param isBoardOnly whether only the board may approve what is coded to its account
 * @param coordinators who are no board in this, even when they sit on it; empty when it matters to nobody
 */
record Interests(
        @Nullable String claimant,
        Set<String> payees,
        Set<String> senders,
        boolean isBoardOnly,
        Set<String> coordinators) {

    /** A claim, or with null an invoice that concerns nobody here. */
    static Interests of(@Nullable String claimant) {
        return new Interests(claimant, claimant == null ? Set.of() : Set.of(claimant), Set.of(), false, Set.of());
    }
}
