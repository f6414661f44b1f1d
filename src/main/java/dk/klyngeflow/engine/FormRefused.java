package dk.klyngeflow.engine;

import java.util.List;

/** A form's answer cannot be taken; the messages are Danish sentences for the person who sent it. Becomes HTTP 400. */
public class FormRefused extends RuntimeException {

    private final List<String> messages;

    public FormRefused(List<String> messages) {
        super(String.join(" ", messages));
        this.messages = List.copyOf(messages);
    }

    public FormRefused(String message) {
        this(List.of(message));
    }

    public List<String> messages() {
        return messages;
    }
}
