package dk.klyngeflow.engine;

import java.util.List;

/** A form's answer cannot be taken; the messages are Danish sentences for the person who sent it. Becomes HTTP 400. */
public class FormRefused extends RuntimeException {

    private final List<String> messages;
    private final transient List<Doubt> doubts;

    public FormRefused(List<String> messages) {
        this(messages, List.of());
    }

    public FormRefused(String message) {
        this(List.of(message));
    }

    /** @param doubts what would be taken if the person said that it is right; each also stands among the messages */
    FormRefused(List<String> messages, List<Doubt> doubts) {
        super(String.join(" ", messages));
        this.messages = List.copyOf(messages);
        this.doubts = List.copyOf(doubts);
    }

    /**
     * Unusual, but possible.
     *
     * @param key what the form sends back in {@link FormFields#CONFIRMED} to say that it is right; another amount or date has another key
     */
    public record Doubt(String key, String sentence) {}

    public List<String> messages() {
        return messages;
    }

    /** Empty when nothing that she could say would make it right. */
    public List<Doubt> doubts() {
        return doubts;
    }
}
