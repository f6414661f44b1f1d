package dk.klyngeflow.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * What the engine asks before everything it does and what hardly ever changes, remembered for ten seconds: this node hears of a change
 * when it is committed, another one when its own memory runs out.
 */
public final class ShortMemory {

    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 10_000;

    private record Remembered(Object answer, long since, long changes) {}

    private final Map<Object, Remembered> answers = new ConcurrentHashMap<>();

    /** How often something was changed here; what was asked before a change is not believed after it. */
    private final AtomicLong changes = new AtomicLong();

    private final LongSupplier nanoTime;

    public ShortMemory() {
        this(System::nanoTime);
    }

    public ShortMemory(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public <T> T get(Object question, Class<T> type, Supplier<T> ask) {
        long now = nanoTime.getAsLong();
        Remembered known = answers.get(question);
        long seen = changes.get();
        if (known != null && known.changes() == seen && now - known.since() < REMEMBERED) {
            return type.cast(known.answer());
        }
        T answer = ask.get();
        if (answers.size() > MOST) {
            answers.clear();
        }
        answers.put(question, new Remembered(answer, now, seen));
        return answer;
    }

    /** Something is changed in the engine's transaction that is under way. */
    public void change() {
        changes.incrementAndGet();
        TransactionContext transaction = Context.getCommandContext().getTransactionContext();
        // once more, for what was asked in between
        transaction.addTransactionListener(TransactionState.COMMITTED, command -> changes.incrementAndGet());
        transaction.addTransactionListener(TransactionState.ROLLED_BACK, command -> changes.incrementAndGet());
    }
}
