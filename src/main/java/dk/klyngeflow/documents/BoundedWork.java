package dk.klyngeflow.documents;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Reads files that strangers sent without letting one of them hold up the application: few at a time, and nobody waits longer than the
 * limit. A file that loops for ever keeps its place until the thread ends, so it can never take more than the places there are.
 */
@Component
class BoundedWork {

    private static final int PLACES = 2;

    private final Semaphore places = new Semaphore(PLACES);
    private final Duration limit;

    BoundedWork() {
        this(Duration.ofSeconds(30));
    }

    BoundedWork(Duration limit) {
        this.limit = limit;
    }

    /** The work could not be done: it took too long, or failed on what is in the file. */
    static final class Failed extends Exception {
        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    <T> T run(Callable<T> work) throws Failed {
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Failed("all places are taken", new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        places.release();
                    }
                },
                "file-reader");
        thread.setDaemon(true);
        thread.start();
        return await(task);
    }

    private <T> T await(FutureTask<T> task) throws Failed {
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Failed("took longer than " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            // also errors: a crafted file may exhaust the stack, which must not reach the caller as such
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Failed(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }
}
