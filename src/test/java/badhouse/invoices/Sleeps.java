package badhouse.invoices;

class Sleeps {

    void wait(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
