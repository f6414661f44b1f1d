package dk.klyngeflow.ballots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A protocol as text: JSON that is always written the same way, and on the last line the SHA-256 of all before it.
 *
 * @param text UTF-8, lines ended by line feeds
 */
record ProtocolFile(String text) {

    private static final String LAST = "sha256 ";
    private static final Pattern SHAPE = Pattern.compile("(.*\\n)" + LAST + "([0-9a-f]{64})\\n", Pattern.DOTALL);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static ProtocolFile of(Protocol protocol) {
        String body = body(protocol);
        return new ProtocolFile(body + LAST + sha256(body) + '\n');
    }

    /** @throws IllegalArgumentException with a Danish sentence when it is not exactly as it was written */
    Protocol read() {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("Filen er ikke en protokol, eller der mangler noget af den.");
        } else if (!sha256(shape.group(1)).equals(shape.group(2))) {
            throw new IllegalArgumentException("Filen er ændret: dens indhold svarer ikke til dens kontrolsum.");
        }
        try {
            Protocol protocol = MAPPER.readValue(shape.group(1), Protocol.class);
            if (!protocol.format().equals(Protocol.FORMAT) || !body(protocol).equals(shape.group(1))) {
                throw new IllegalArgumentException("Filen er ikke skrevet, som en protokol skrives.");
            }
            return protocol;
        } catch (JsonProcessingException notWrittenHere) {
            throw new IllegalArgumentException("Filen kan ikke læses som en protokol.", notWrittenHere);
        }
    }

    String hash() {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalStateException("a protocol without its hash");
        }
        return shape.group(2);
    }

    private static String body(Protocol protocol) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(protocol) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a protocol cannot be written", e);
        }
    }

    private static String sha256(String body) {
        return HexFormat.of().formatHex(BallotKeys.sha256(body.getBytes(StandardCharsets.UTF_8)));
    }
}
