package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What the bank said is kept as long as the vouchers it explains: five years from the end of the accounting year. */
@Component
class BankStatementRetention implements Forgets {

    private final BankStatements statements;

    BankStatementRetention(BankStatements statements) {
        this.statements = statements;
    }

    @Override
    public String what() {
        return "Kontoudtog, regnet fra udgangen af regnskabsåret";
    }

    @Override
    public Period after() {
        return Period.ofYears(5);
    }

    @Override
    public int forget(Instant before) {
        return statements.forget(CopenhagenTime.dayOf(before).getYear() - 1);
    }
}
