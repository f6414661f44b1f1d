package dk.klyngeflow.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataDir where the demo's data live and survive a restart
 * @param databasePort 0 for any free one
 */
@ConfigurationProperties("klyngeflow")
record DemoSettings(
        @DefaultValue(".data") String dataDir,
        @DefaultValue("0") int databasePort,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort) {}
