package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.accounts.YearState;
import dk.klyngeflow.security.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the treasurer posts after the lock, with a reason; an accrual is taken back on the first day of the next year. */
@Component
class LatePostings {

    static final String KEY = "late:";

    private final Ledger ledger;
    private final AccountingYears years;

    LatePostings(Ledger ledger, AccountingYears years) {
        this.ledger = ledger;
        this.years = years;
    }

    /**
     * @param debit the account that is debited
     * @param isAccrual whether it belongs to the next year and is taken back there
     */
    record Late(String debit, String credit, long oere, String text, String reason, boolean isAccrual) {}

    /** @param seen the number of the ledger's draft that the page showed: the same sent twice from one page is posted once */
    @Transactional
    Voucher post(String clusterId, int year, Late late, int seen, String by) {
        if (years.state(clusterId, year) != YearState.LOCKED) {
            throw Refused.conflict("Året " + year + " er ikke låst, så der kan ikke efterposteres i det.", Map.of());
        }
        if (late.debit().equals(late.credit())) {
            throw Refused.badRequest("Vælg to forskellige konti.");
        }
        String key = KEY + year + ":" + seen + ":" + Integer.toHexString(late.hashCode());
        Voucher voucher = ledger.postLate(
                new Posting(
                        clusterId,
                        LocalDate.of(year, 12, 31),
                        late.text(),
                        key,
                        null,
                        by,
                        List.of(Line.debit(late.debit(), late.oere()), Line.credit(late.credit(), late.oere()))),
                late.reason());
        if (late.isAccrual()) {
            ledger.post(new Posting(
                    clusterId,
                    LocalDate.of(year + 1, 1, 1),
                    "Periodeafgrænsning fra bilag " + voucher.label() + ": " + late.text(),
                    "accrual:" + voucher.id(),
                    null,
                    by,
                    List.of(Line.debit(late.credit(), late.oere()), Line.credit(late.debit(), late.oere()))));
        }
        return voucher;
    }
}
