package dk.klyngeflow.benchmarks;

import dk.klyngeflow.Journal;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the figures of one cluster after another read, in two versions and for a meeting that is to come, withdraws names in between, and
 * looks whether they are gone; tries again for as long as it takes, and knows of an answer only what it got.
 */
final class ClerkOfFigures implements Runnable {

    static final String FIRST = "22/100 30/150 28/80 20/100 45/180 16/64 14/70 33/90 41/110 25/100 19/60 38/120";
    /** Of five practices otherwise. */
    static final String SECOND = "32/100 40/150 38/80 30/100 55/180 16/64 14/70 33/90 41/110 25/100 19/60 38/120";

    static final String MEASURE = "bredspektret";

    private static final Logger LOG = LoggerFactory.getLogger(ClerkOfFigures.class);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final int MOST_REFUSALS = 100;

    private final Supplier<MeasureTown> towns;
    private final BiFunction<MeasureTown, Integer, String> codes;
    private final int port;
    private final Journal journal;
    private final AtomicBoolean noMore;
    private int refusals;

    /** @param codes of the link of a doctor */
    ClerkOfFigures(
            Supplier<MeasureTown> towns,
            BiFunction<MeasureTown, Integer, String> codes,
            int port,
            Journal journal,
            AtomicBoolean noMore) {
        this.towns = towns;
        this.codes = codes;
        this.port = port;
        this.journal = journal;
        this.noMore = noMore;
    }

    @Override
    public void run() {
        while (!noMore.get()) {
            MeasureTown town = towns.get();
            List<Integer> gone = new ArrayList<>();
            until(town, () -> imports(town, FIRST, "2026K1"));
            until(town, () -> imports(town, FIRST, "2025K4"));
            withdraws(town, 0, gone);
            until(town, () -> imports(town, SECOND, "2026K1"));
            withdraws(town, 1, gone);
            until(town, () -> looks(town, gone));
            journal.acknowledged("ENDED", town.id(), "-");
        }
    }

    private void until(MeasureTown town, Supplier<Boolean> done) {
        while (!tries(town, done)) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    private boolean tries(MeasureTown town, Supplier<Boolean> done) {
        try {
            return done.get();
        } catch (IllegalArgumentException refused) {
            if (++refusals > MOST_REFUSALS) {
                LOG.error("the clerk has given up at {}", town.id(), refused);
                throw refused;
            }
        } catch (IllegalStateException | AssertionError nodeIsAway) {
            LOG.debug("{}: {}", town.id(), nodeIsAway.getMessage());
        }
        town.logsInAgain();
        return false;
    }

    private boolean imports(MeasureTown town, String figures, String period) {
        String file = new String(town.file(figures), StandardCharsets.UTF_8).replace("2026K1", period);
        HttpResponse<String> answer = town.commits(file.getBytes(StandardCharsets.UTF_8));
        if (answer.statusCode() == 422) {
            throw new IllegalArgumentException(answer.body());
        }
        boolean isTaken = answer.statusCode() == 201;
        if (isTaken) {
            journal.acknowledged("IMPORT", town.id(), period + (figures.equals(FIRST) ? "-1" : "-2"));
        }
        return isTaken;
    }

    private void withdraws(MeasureTown town, int doctor, List<Integer> gone) {
        until(town, () -> {
            Browser phone = Browser.anonymous(port);
            HttpResponse<String> answer = phone.submit("/svar/send", "code=" + codes.apply(town, doctor) + "&navn=NEJ");
            if (answer.statusCode() == 400 || answer.statusCode() == 404) {
                throw new IllegalArgumentException(answer.statusCode() + answer.body());
            }
            return answer.statusCode() == 200 && answer.body().contains("class=\"done\"");
        });
        journal.acknowledged("WITHDRAWN", town.id(), town.provider(doctor));
        gone.add(doctor);
        until(town, () -> looks(town, gone));
    }

    /** What a colleague is answered after that; a name that stands there still is written down. */
    private boolean looks(MeasureTown town, List<Integer> gone) {
        String all = town.sees(town.doctor(5), MEASURE, "2026K1")
                + town.browser(town.doctor(5))
                        .get("/tal/" + town.id() + "/" + MEASURE + "?vis=mit")
                        .body();
        for (int doctor : gone) {
            if (all.contains(town.provider(doctor))) {
                journal.acknowledged("NAMED", town.id(), town.provider(doctor));
            }
        }
        if (!all.contains("\"table\":[")) {
            throw new IllegalArgumentException("no table with names: " + all);
        }
        journal.acknowledged("LOOKED", town.id(), "-");
        return true;
    }
}
