package badhouse.invoices;

import org.junit.jupiter.api.Disabled;

@Disabled
class SwitchedOff {

    @Disabled
    void never() {}
}
