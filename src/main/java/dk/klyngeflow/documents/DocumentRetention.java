package dk.klyngeflow.documents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes at night what need not be kept any longer. Every node does it; the second finds nothing left. */
@Component
class DocumentRetention {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentRetention.class);

    private final Documents documents;

    DocumentRetention(Documents documents) {
        this.documents = documents;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Copenhagen")
    void deleteOutdated() {
        int deleted = documents.deleteOutdated();
        if (deleted > 0) {
            LOG.info("{} outdated documents deleted", deleted);
        }
    }
}
