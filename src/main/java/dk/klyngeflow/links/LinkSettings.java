package dk.klyngeflow.links;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may come by one personal link on one day.
 *
 * @param filesADay also those that were chosen anew, because something else was wrong
 */
@ConfigurationProperties("klyngeflow.links")
record LinkSettings(
        @DefaultValue("20") int filesADay,
        @DefaultValue("50MB") DataSize bytesADay) {}
