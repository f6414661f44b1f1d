package badhouse.invoices;

import java.util.logging.Logger;

class LogsAnotherWay {

    private static final Logger LOG = Logger.getLogger("invoices");

    void paid() {
        LOG.info("paid");
    }
}
