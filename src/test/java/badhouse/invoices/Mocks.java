package badhouse.invoices;

import org.mockito.Mockito;

class Mocks {

    Prints prints() {
        return Mockito.mock(Prints.class);
    }
}
