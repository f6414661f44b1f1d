package dk.klyngeflow.start;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * What the log's pattern does for lines, done for JSON ({@code LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs}): a message of a library may end in what
 * somebody has sent, and no CPR number stays in a log. JSON itself lets nobody forge a line.
 */
public class CleanJson implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final Pattern CPR_LIKE = Pattern.compile("(?<![0-9a-f])[0-9]{6}[- ]?[0-9]{4}(?![0-9a-f])");

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(
                String.class, text -> CPR_LIKE.matcher(text).replaceAll("(CPR)")));
    }
}
