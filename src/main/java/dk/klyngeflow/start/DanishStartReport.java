package dk.klyngeflow.start;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the application does not start where an operator can mend it, instead of Spring's English frame or a stack; all else is left to Spring. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DanishStartReport implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger("dk.klyngeflow.start");

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = sentenceFor(failure);
        sentence.ifPresent(LOG::error);
        return sentence.isPresent();
    }

    static Optional<String> sentenceFor(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotStarted known) {
                return Optional.ofNullable(known.getMessage());
            }
            if (cause instanceof PortInUseException inUse) {
                return Optional.of(new NotStarted("port " + inUse.getPort()
                                + " bruges af et andet program. Luk det, eller vælg en anden med SERVER_PORT.")
                        .getMessage());
            }
        }
        return DatabaseFault.behind(failure)
                .filter(fault -> fault != DatabaseFault.UNKNOWN)
                .map(fault -> new NotStarted(fault.sentence()).getMessage());
    }
}
