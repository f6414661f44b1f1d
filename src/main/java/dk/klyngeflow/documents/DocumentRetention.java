package dk.klyngeflow.documents;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Each file says until when it is kept: what belongs to a voucher five years after the accounting year. */
@Component
class DocumentRetention implements Forgets {

    private final Documents documents;

    DocumentRetention(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String what() {
        return "Filer, hvis opbevaringsdag er kommet (bilag: fem år efter regnskabsåret)";
    }

    @Override
    public Period after() {
        return Period.ZERO;
    }

    @Override
    public int forget(Instant before) {
        return documents.deleteOutdated();
    }
}
