package dk.klyngeflow;

import dk.klyngeflow.demo.EmbeddedDatabase;
import dk.klyngeflow.demo.EmbeddedMailServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The world outside the application, in this process: one PostgreSQL and one mail server for all tests. Brings every
 * {@link TestComponent} along, so that the words of a story are injected where they are told and all tests share one application.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(useDefaultFilters = false, includeFilters = @ComponentScan.Filter(TestComponent.class))
public class TestParts {

    private static final AtomicInteger databases = new AtomicInteger();

    private static final class Postgres {
        private static final EmbeddedDatabase instance = EmbeddedDatabase.freshBelow(
                Path.of("target", "postgres", System.getProperty("klyngeflow.test.jvm", "0")),
                Boolean.getBoolean("klyngeflow.test.durable"));
    }

    private static final class Mail {
        private static final EmbeddedMailServer instance = start();

        private static EmbeddedMailServer start() {
            EmbeddedMailServer server = new EmbeddedMailServer(0, 0);
            server.start();
            return server;
        }
    }

    /** A database of its own for whoever asks. */
    public static String newDatabase() {
        return Postgres.instance.urlOfNew("test_" + databases.incrementAndGet());
    }

    static class Addresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final AtomicReference<ConfigurableApplicationContext> theOne = new AtomicReference<>();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ConfigurableApplicationContext other = theOne.getAndSet(context);
            if (other != null && other.isActive()) {
                theOne.set(other);
                throw new IllegalStateException(
                        "This class of tests asks for an application of its own; see KlyngeflowTest.");
            }
            TestPropertyValues.of(
                            "spring.datasource.url=" + newDatabase(),
                            "klyngeflow.ballots.key-dir=target/ballot-keys",
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres",
                            "spring.mail.port=" + Mail.instance.getSmtp().getPort())
                    .applyTo(context);
        }
    }

    @Bean
    EmbeddedMailServer mailServer() {
        return Mail.instance;
    }

    @Bean
    TestClock testClock() {
        TestClock clock = new TestClock();
        clock.reset();
        return clock;
    }
}
