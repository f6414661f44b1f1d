package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Years that are not closed, and money that is still there. Annual accounts are made outside, so both are confirmed and not refused. */
@Component
@Order(2)
class BooksLeftOpen implements Unfinished {

    private final AccountingYears years;
    private final Ledger ledger;
    private final ChartOfAccounts chart;
    private final CopenhagenTime time;

    BooksLeftOpen(AccountingYears years, Ledger ledger, ChartOfAccounts chart, CopenhagenTime time) {
        this.years = years;
        this.ledger = ledger;
        this.chart = chart;
        this.time = time;
    }

    @Override
    public List<Matter> in(String clusterId) {
        List<Matter> found = new ArrayList<>();
        String open = years.withVouchers(clusterId).stream()
                .filter(year -> !years.isClosed(clusterId, year))
                .map(String::valueOf)
                .collect(Collectors.joining(" og "));
        if (!open.isEmpty()) {
            found.add(new Matter(
                    false,
                    "Regnskabet for " + open + " er ikke lukket i Klyngeflow. Årsregnskabet er aflagt og godkendt, som"
                            + " vedtægterne kræver; det laves uden for Klyngeflow."));
        }
        Map<String, Long> balances = ledger.balances(clusterId, time.today());
        chart.accounts(clusterId).stream()
                .filter(account -> account.kind() == Account.Kind.ASSET || account.kind() == Account.Kind.LIABILITY)
                .filter(account -> balances.getOrDefault(account.number(), 0L) != 0)
                .map(account -> new Matter(
                        false,
                        "Konto " + account.number() + " " + account.name() + " står med "
                                + Money.kroner(balances.getOrDefault(account.number(), 0L))
                                + " Pengene er gjort op, som vedtægterne siger om en klynge, der ophører."))
                .forEach(found::add);
        return found;
    }
}
