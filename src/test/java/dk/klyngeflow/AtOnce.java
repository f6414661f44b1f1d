package dk.klyngeflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two people act at the same moment: each on a thread of its own, let go together. */
public final class AtOnce {

    private static final int SECONDS = 60;

    private AtOnce() {}

    /** @return what each was refused with, in order; empty where it went well */
    public static List<Optional<Throwable>> both(Runnable one, Runnable other) throws InterruptedException {
        CyclicBarrier gate = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> done = new ArrayList<>();
            for (Runnable each : List.of(one, other)) {
                Callable<Void> act = () -> {
                    gate.await(SECONDS, TimeUnit.SECONDS);
                    each.run();
                    return null;
                };
                done.add(threads.submit(act));
            }
            List<Optional<Throwable>> refused = new ArrayList<>();
            for (Future<Void> each : done) {
                try {
                    each.get();
                    refused.add(Optional.empty());
                } catch (ExecutionException thrown) {
                    refused.add(Optional.ofNullable(thrown.getCause()));
                }
            }
            return refused;
        } finally {
            threads.shutdownNow();
        }
    }
}
