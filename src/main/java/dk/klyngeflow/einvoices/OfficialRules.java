package dk.klyngeflow.einvoices;

import com.helger.diagnostics.error.IError;
import com.helger.phive.api.execute.IValidationExecutorCacheSupport;
import com.helger.phive.api.executor.IValidationExecutor;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import dk.klyngeflow.einvoices.EInvoice.Kind;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stream.StreamSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * The official Schematron rules of OIOUBL, EN 16931 and Peppol, in phive's edition of them.
 *
 * <p>Compiling them takes seconds and running them on a hostile document could take for ever, so both happen on two threads of their own and
 * nobody waits longer than {@code klyngeflow.einvoices.patience}: an invoice whose rules were not run in time says so among its problems.
 */
@Component
class OfficialRules {

    /** Some rules look at every element for every element: a document of this size is beyond any invoice, and minutes of work. */
    static final int MAX_ELEMENTS = 40_000;

    private static final Logger LOG = LoggerFactory.getLogger(OfficialRules.class);
    private static final Duration AFTER_THE_START = Duration.ofSeconds(30);

    private final Duration patience;
    private final boolean warmUp;
    private final ThreadPoolExecutor threads;
    private final Map<RuleSet, List<IValidationExecutor<IValidationSourceXML>>> executors =
            new EnumMap<>(RuleSet.class);

    OfficialRules(
            @Value("${klyngeflow.einvoices.patience:10s}") Duration patience,
            @Value("${klyngeflow.einvoices.warm-up:true}") boolean warmUp) {
        this.patience = patience;
        this.warmUp = warmUp;
        this.threads = new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(200), work -> {
            Thread thread = new Thread(work, "invoice-rules");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Compiles what most suppliers use; the rest when it is first met. Half a minute after the start: eight seconds of work that nobody waits
     * for yet would be taken from those who log in first. A file that comes earlier waits for its own rules only.
     */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        if (warmUp) {
            CompletableFuture.delayedExecutor(AFTER_THE_START.toSeconds(), TimeUnit.SECONDS, threads)
                    .execute(() -> {
                        for (RuleSet set : List.of(RuleSet.OIOUBL_2_INVOICE, RuleSet.PEPPOL_INVOICE)) {
                            compile(set);
                        }
                    });
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Nobody else may touch the document until this has returned; after a timeout nobody may any more. */
    List<Problem> check(Format format, Kind kind, Document document) {
        RuleSet set = RuleSet.of(format, kind);
        if (document.getElementsByTagName("*").getLength() > MAX_ELEMENTS) {
            return List.of(notChecked("Fakturaen er så stor, at de officielle regler ikke er kontrolleret."));
        }
        try {
            Future<List<Problem>> checked = threads.submit(() -> run(set, document));
            try {
                return checked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                // not by interrupt: the rules that are being compiled would be lost and begun anew by the next
                checked.cancel(false);
                return List.of(notChecked("Fakturaen kunne ikke kontrolleres mod de officielle regler i tide."));
            } catch (ExecutionException broken) {
                LOG.warn("Official rules {} failed", set, broken.getCause());
                return List.of(notChecked("Fakturaen kunne ikke kontrolleres mod de officielle regler."));
            }
        } catch (RejectedExecutionException busy) {
            return List.of(notChecked("Fakturaen kunne ikke kontrolleres mod de officielle regler i tide."));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of(notChecked("Fakturaen kunne ikke kontrolleres mod de officielle regler i tide."));
        }
    }

    private List<Problem> run(RuleSet set, Document document) throws TransformerException {
        List<Problem> problems = new ArrayList<>();
        IValidationSourceXML invoice = new Invoice(document);
        for (IValidationExecutor<IValidationSourceXML> executor : executors(set)) {
            for (IError error : executor.applyValidation(invoice, IValidityDeterminator.createDefault(), Locale.ENGLISH)
                    .getErrorList()) {
                RuleTexts.translate(error, set.usesOioublExtensions()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** Read anew for each set of rules, into a tree of Saxon's own: on a DOM the rules take a quarter more, with the first compiler half more. */
    private static final class Invoice extends ValidationSourceXML {

        private final byte[] text;

        private Invoice(Document document) throws TransformerException {
            super("faktura", document, false);
            text = Redaction.serialised(document);
        }

        @Override
        public Source getAsTransformSource() {
            return new StreamSource(new ByteArrayInputStream(text));
        }
    }

    private void compile(RuleSet set) {
        for (IValidationExecutor<IValidationSourceXML> executor : executors(set)) {
            if (executor instanceof IValidationExecutorCacheSupport cached) {
                cached.ensureItemIsInCache();
            }
        }
    }

    private List<IValidationExecutor<IValidationSourceXML>> executors(RuleSet set) {
        synchronized (executors) {
            if (executors.isEmpty()) {
                ValidationExecutorSetRegistry<IValidationSourceXML> registry = RuleSet.registry();
                Map<RuleSet, List<IValidationExecutor<IValidationSourceXML>>> all = new EnumMap<>(RuleSet.class);
                for (RuleSet each : RuleSet.values()) {
                    all.put(each, each.executors(registry));
                }
                // all or none, so that a fault is met again and not taken for "no rules"
                executors.putAll(all);
            }
            return Objects.requireNonNull(executors.get(set));
        }
    }

    private static Problem notChecked(String message) {
        return Problem.warning("NOT_CHECKED", "", message);
    }
}
