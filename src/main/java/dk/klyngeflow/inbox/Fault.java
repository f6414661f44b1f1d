package dk.klyngeflow.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong with a mail, for the log, in one line: which exceptions and where in our code. Their messages stay out, since parsers and
 * databases quote in them what people wrote.
 */
final class Fault {

    private static final int DEEPEST = 5;
    private static final String OURS = "dk.klyngeflow.";

    private Fault() {}

    static String of(Throwable thrown) {
        List<String> causes = new ArrayList<>();
        for (Throwable each = thrown; each != null && causes.size() < DEEPEST; each = each.getCause()) {
            causes.add(each.getClass().getName() + at(each));
        }
        return String.join(", by ", causes);
    }

    private static String at(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().startsWith(OURS)) {
                return " at "
                        + element.getClassName()
                                .substring(element.getClassName().lastIndexOf('.') + 1) + ":" + element.getLineNumber();
            }
        }
        return "";
    }
}
