package dk.klyngeflow.security;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** The outermost door: whom it believes about where a call comes from, and how long it waits for slow senders. */
@Component
class OwnConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /** Between two bytes. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final AccessSettings settings;

    OwnConnector(AccessSettings settings) {
        this.settings = settings;
    }

    /** After Spring Boot's own, which make the valve for forwarded headers. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.getEngineValves().stream()
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .forEach(valve -> valve.setInternalProxies(believed(settings.proxies())));
        factory.setProtocol(PatientProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof PatientProtocol protocol) {
                protocol.setConnectionTimeout((int) SILENCE.toMillis());
                protocol.setKeepAliveTimeout((int) Duration.ofSeconds(30).toMillis());
                protocol.setDisableUploadTimeout(false);
                protocol.setConnectionUploadTimeout((int) Duration.ofSeconds(5).toMillis());
                // what stands between the pieces of a body is read in one go, so it must be short
                protocol.setMaxExtensionSize(32);
                protocol.setMaxTrailerSize(64);
            }
        });
        factory.addEngineValves(new PatientBodies());
    }

    /** As a pattern; Tomcat's own would believe every private address. */
    static String believed(List<String> proxies) {
        String pattern = proxies.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> address.equals("::1") ? "(::1|0:0:0:0:0:0:0:1)" : literally(address))
                .collect(Collectors.joining("|"));
        return pattern.isEmpty() ? "nobody" : pattern;
    }

    private static String literally(String address) {
        return address.endsWith("*")
                ? Pattern.quote(address.substring(0, address.length() - 1)) + ".*"
                : Pattern.quote(address);
    }
}
