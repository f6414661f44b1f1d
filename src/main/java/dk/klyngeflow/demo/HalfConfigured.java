package dk.klyngeflow.demo;

import java.util.List;

/** The application was given a database but not all that it needs to be safe. */
class HalfConfigured extends RuntimeException {

    HalfConfigured(List<String> missing) {
        super(missing.stream()
                .map(text -> "  - " + text)
                .reduce(
                        "Klyngeflow starter ikke, for følgende mangler i opsætningen (miljøvariabler eller application.yml):",
                        (all, one) -> all + System.lineSeparator() + one));
    }

    /** Only the message: whoever starts the application is helped by the list, not by a stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
