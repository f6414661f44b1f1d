package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@KlyngeflowTest
@ExtendWith(OutputCaptureExtension.class)
class NightWatchTest {

    @Autowired
    NightWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    private final List<Instant> asked = new ArrayList<>();

    @BeforeEach
    void rowsToForget() {
        jdbc.sql("create table if not exists klyngeflow.night_watch_test (id int)")
                .update();
        jdbc.sql("truncate klyngeflow.night_watch_test").update();
        jdbc.sql("insert into klyngeflow.night_watch_test values (1), (2), (3)").update();
    }

    @AfterEach
    void gone() {
        jdbc.sql("drop table klyngeflow.night_watch_test").update();
    }

    @Test
    void oneFailureStopsNoOtherAndUndoesItsOwn(CapturedOutput log) {
        NightWatch night = watch(
                kind(before -> delete(1)),
                kind(before -> {
                    delete(2);
                    throw new IllegalStateException("Anna Hansen");
                }),
                kind(before -> delete(3)));

        night.forgetAll();

        assertThat(jdbc.sql("select id from klyngeflow.night_watch_test")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        assertThat(log.getAll().split("forgotten: 1 of", -1)).hasSize(3);
        assertThat(log)
                .contains("forgot nothing: java.lang.IllegalStateException")
                .doesNotContain("Anna Hansen");
    }

    @Test
    void countsInDaysOfCopenhagen() {
        clock.set(Instant.parse("2027-05-30T22:30:00Z"));

        watch(kind(before -> {
                    asked.add(before);
                    return 0;
                }))
                .forgetAll();

        assertThat(asked).containsExactly(Instant.parse("2027-02-27T23:00:00Z"));
    }

    /** Whoever adds something to be forgotten says so in README, and the other way round. */
    @Test
    void readmeSaysTheSame() throws IOException {
        List<String> written = Pattern.compile("(?m)^  \\| (.+) \\| (.+) \\|$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .filter(row -> !row.group(1).equals("What"))
                .map(row -> row.group(1) + ": " + row.group(2))
                .toList();

        assertThat(written)
                .containsExactlyElementsOf(watch.list().stream()
                        .map(kept -> kept.what() + ": " + kept.after())
                        .toList());
    }

    private NightWatch watch(Forgets... kinds) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Forgets kind : kinds) {
            beans.addBean("kind" + beans.getBeanDefinitionCount(), kind);
        }
        ObjectProvider<Forgets> provider = beans.getBeanProvider(Forgets.class);
        return new NightWatch(provider, transaction, time);
    }

    private int delete(int id) {
        return jdbc.sql("delete from klyngeflow.night_watch_test where id = :id")
                .param("id", id)
                .update();
    }

    private static Forgets kind(ToIntFunction<Instant> forgets) {
        return new Forgets() {
            @Override
            public String what() {
                return "Noget";
            }

            @Override
            public Period after() {
                return Period.ofMonths(3);
            }

            @Override
            public int forget(Instant before) {
                return forgets.applyAsInt(before);
            }
        };
    }
}
