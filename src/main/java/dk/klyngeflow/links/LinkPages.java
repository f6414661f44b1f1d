package dk.klyngeflow.links;

import dk.klyngeflow.engine.AgainOnConflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what a link opens. Looking happens in a transaction that the database itself keeps from changing anything. */
@Component
class LinkPages {

    private final ObjectProvider<LinkPage> pages;
    private final AgainOnConflict transactions;
    private final TransactionTemplate reading;

    LinkPages(ObjectProvider<LinkPage> pages, AgainOnConflict transactions, PlatformTransactionManager manager) {
        this.pages = pages;
        this.transactions = transactions;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    Optional<Shown> show(Link link) {
        return page(link)
                .flatMap(page -> Optional.ofNullable(
                        reading.execute(status -> page.show(link.held()).orElse(null))));
    }

    /** @param after runs in the same transaction */
    Done answer(Link link, Map<String, List<String>> sent, Runnable after) {
        LinkPage page = page(link).orElseThrow();
        return transactions.call(() -> {
            Done done = page.answer(link.held(), sent);
            after.run();
            return done;
        });
    }

    /**
     * Somebody answers for the holder, who has phoned.
     *
     * @param after runs in the same transaction
     */
    Done answer(Link link, String byPerson, Map<String, List<String>> sent, Runnable after) {
        LinkPage page = page(link).orElseThrow();
        Held held = new Held(link.clusterId(), link.subject(), link.holder(), byPerson);
        return transactions.call(() -> {
            Done done = page.answer(held, sent);
            after.run();
            return done;
        });
    }

    boolean mayBeAnsweredFor(Link link) {
        return page(link).filter(LinkPage::mayBeAnsweredFor).isPresent();
    }

    private Optional<LinkPage> page(Link link) {
        return pages.stream()
                .filter(page -> page.purpose().equals(link.purpose()))
                .findFirst();
    }
}
