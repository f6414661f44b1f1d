package dk.klyngeflow.bankstatements;

import java.time.LocalDate;
import java.util.List;

/**
 * The bank held against the ledger at the end of a day, explained to the øre.
 *
 * @param isTold whether the bank has said what is on the account
 * @param onTheWay what the ledger has and the bank not yet
 * @param proposedOere by how much the lines with a proposal differ from its vouchers: fees that are not posted yet
 * @param onlyInBank lines that nothing in the ledger explains
 */
record BankPosition(
        LocalDate day,
        boolean isTold,
        long bankOere,
        long ledgerOere,
        List<OpenItem> onTheWay,
        long proposedOere,
        List<BankLine> onlyInBank) {

    long differenceOere() {
        return bankOere - ledgerOere;
    }

    long onTheWayOere() {
        return onTheWay.stream().mapToLong(OpenItem::oere).sum();
    }

    long onlyInBankOere() {
        return onlyInBank.stream().mapToLong(BankLine::amountOere).sum();
    }

    /** What is left when everything known is taken off; 0 when the two agree. */
    long unexplainedOere() {
        return differenceOere() + onTheWayOere() - proposedOere - onlyInBankOere();
    }
}
