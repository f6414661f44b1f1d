package dk.klyngeflow.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Double entry. Vouchers are never changed: what was wrong is reversed. */
@Component
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Posts a voucher in the caller's transaction and gives it the next number of its year. The same source key posts once: again gives the
     * voucher that is there.
     *
     * @throws LedgerRefused in Danish when the year is closed, an account is unknown or debits do not equal credits
     * @throws IllegalStateException when the source key was posted with other amounts
     */
    public Voucher post(Posting posting) {
        throw new UnsupportedOperationException(posting + "" + jdbc);
    }

    /** Takes a voucher back by a new one of today; reversing it again gives the reversal that is there. */
    public Voucher reverse(String clusterId, String voucherId, String reason, String by) {
        throw new UnsupportedOperationException(clusterId + voucherId + reason + by);
    }

    public Optional<Voucher> find(String clusterId, String voucherId) {
        throw new UnsupportedOperationException(clusterId + voucherId);
    }

    public Optional<Voucher> findBySource(String clusterId, String sourceKey) {
        throw new UnsupportedOperationException(clusterId + sourceKey);
    }

    /** The vouchers of a year by number. */
    public List<Voucher> vouchers(String clusterId, int year) {
        throw new UnsupportedOperationException(clusterId + year);
    }

    /** Debit minus credit of each account until the end of a day, in øre, by account number; accounts never used are missing. */
    public Map<String, Long> balances(String clusterId, LocalDate until) {
        throw new UnsupportedOperationException(clusterId + until);
    }
}
