package dk.klyngeflow.accounts;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounting years of each cluster, which are calendar years. A closed year is closed. */
@Component
public class AccountingYears {

    private final JdbcClient jdbc;

    AccountingYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Years with vouchers, a budget or a close, newest first. */
    public List<Integer> years(String clusterId) {
        throw new UnsupportedOperationException(clusterId + jdbc);
    }

    public boolean isClosed(String clusterId, int year) {
        throw new UnsupportedOperationException(clusterId + year);
    }

    /** Closes a year for ever; closing it again does nothing. */
    public void close(String clusterId, int year, String by) {
        throw new UnsupportedOperationException(clusterId + year + by);
    }

    /** The wanted date, or the first day of the next open year when its year is closed. */
    public LocalDate postingDate(String clusterId, LocalDate wanted) {
        throw new UnsupportedOperationException(clusterId + wanted);
    }
}
