package dk.klyngeflow.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.zaxxer.hikari.HikariDataSource;
import dk.klyngeflow.engine.Clockwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;

/** The database and the mail server that a newcomer does not have to install. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class EmbeddedParts {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedParts.class);

    /** The clock first: the engine asks for the database, and must not look at its timers by the wrong time. */
    @Bean(destroyMethod = "close")
    @DependsOn("demoClock")
    EmbeddedDatabase embeddedDatabase(DemoSettings settings) {
        Path folder = Path.of(settings.dataDir()).toAbsolutePath();
        log.info("Starter PostgreSQL i {} (første gang pakkes den ud; det tager nogle sekunder)", folder);
        return EmbeddedDatabase.below(folder, settings.databasePort());
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedDatabase database) {
        return DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .driverClassName("org.postgresql.Driver")
                .url(database.url())
                .username("postgres")
                .password("postgres")
                .build();
    }

    @Bean
    FastForward fastForward(DemoClock clock, List<Clockwork> clockworks) {
        return new FastForward(clock, clockworks, Duration.ofMinutes(5));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer(DemoSettings settings) {
        GreenMail server = new EmbeddedMailServer(settings.smtpPort(), settings.imapPort());
        log.info("Starter postserver: SMTP {}, IMAP {}", settings.smtpPort(), settings.imapPort());
        return server;
    }
}
