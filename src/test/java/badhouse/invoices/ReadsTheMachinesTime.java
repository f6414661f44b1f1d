package badhouse.invoices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

class ReadsTheMachinesTime {

    String now() {
        return Instant.now() + " " + LocalDate.now(java.time.ZoneOffset.UTC) + " " + new Date()
                + System.currentTimeMillis();
    }
}
