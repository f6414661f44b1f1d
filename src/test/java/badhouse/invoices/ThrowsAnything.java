package badhouse.invoices;

class ThrowsAnything {

    void pay() {
        throw new RuntimeException("something went wrong");
    }
}
