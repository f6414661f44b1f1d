package dk.klyngeflow.links;

import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.FormRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what a link opens. Looking happens in a transaction that the database itself keeps from changing anything. */
@Component
class LinkPages {

    private final ObjectProvider<LinkPage> pages;
    private final Links links;
    private final AgainOnConflict transactions;
    private final TransactionTemplate reading;

    LinkPages(
            ObjectProvider<LinkPage> pages,
            Links links,
            AgainOnConflict transactions,
            PlatformTransactionManager manager) {
        this.pages = pages;
        this.links = links;
        this.transactions = transactions;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    /** What the holder sees: her question, or in one sentence why there is none any longer. */
    Optional<Shown> show(Link link) {
        return page(link).map(page -> Objects.requireNonNull(reading.execute(status -> shown(page, link))));
    }

    private static Shown shown(LinkPage page, Link link) {
        return (link.isEnded() ? Optional.<Shown>empty() : page.show(link.held()))
                .orElseGet(() -> page.over(link.held()));
    }

    /** What she sees before it counts; empty when it counts at once. */
    Optional<Shown> review(Link link, Map<String, List<String>> sent) {
        return page(link)
                .flatMap(page -> Objects.requireNonNull(reading.execute(status -> page.review(link.held(), sent))));
    }

    /** Only while her page offers it. */
    Optional<LinkPage.MadeFile> ownFile(Link link, Shown shown) {
        return shown.blocks().stream().anyMatch(block -> block instanceof Block.OwnFile)
                ? page(link)
                        .flatMap(page -> Objects.requireNonNull(reading.execute(status -> page.ownFile(link.held()))))
                : Optional.empty();
    }

    boolean isSecret(Link link) {
        return page(link).filter(LinkPage::isSecret).isPresent();
    }

    /** @throws FormRefused when the link has ended meanwhile, or as the page says */
    Done answer(Link link, Map<String, List<String>> sent) {
        return answer(link, link.held(), sent, () -> {});
    }

    /**
     * Somebody answers for the holder, who has phoned.
     *
     * @param after runs in the same transaction
     * @throws FormRefused when the link has ended meanwhile, or as the page says
     */
    Done answer(Link link, String byPerson, Map<String, List<String>> sent, Runnable after) {
        return answer(link, new Held(link.clusterId(), link.subject(), link.holder(), byPerson), sent, after);
    }

    private Done answer(Link link, Held held, Map<String, List<String>> sent, Runnable after) {
        LinkPage page = page(link).orElseThrow();
        return transactions.call(() -> {
            if (!(held.by() == null ? links.holdForHerself(link) : links.hold(link))) {
                throw new FormRefused("Der er lukket for svar, så dit kom ikke med.");
            }
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
