package dk.klyngeflow.start;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/**
 * What an operator must mend before the application can start. Without a stack: she is helped by the sentences, and each of them says what to
 * do. Ends the process with {@link #EXIT_CODE}, which {@code src/deploy/klyngeflow@.service} does not start again.
 */
public class NotStarted extends RuntimeException implements ExitCodeGenerator {

    /** EX_CONFIG of {@code sysexits.h}. */
    static final int EXIT_CODE = 78;

    public NotStarted(String sentence) {
        super("Klyngeflow starter ikke: " + sentence, null, false, false);
    }

    public NotStarted(List<String> faults) {
        super(
                "Klyngeflow starter ikke. Ret dette i opsætningen (miljøvariabler eller application.yml; README.md har hele tabellen):"
                        + System.lineSeparator() + "  - "
                        + String.join(System.lineSeparator() + "  - ", faults),
                null,
                false,
                false);
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
