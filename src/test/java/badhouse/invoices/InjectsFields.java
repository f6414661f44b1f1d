package badhouse.invoices;

import org.springframework.beans.factory.annotation.Autowired;

class InjectsFields {

    @Autowired
    Prints prints;
}
