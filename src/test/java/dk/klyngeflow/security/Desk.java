package dk.klyngeflow.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the people of a cluster do their tasks over REST, as Tasklist would; its node may be killed under their hands. */
public final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    private final int port;
    private final UnaryOperator<String> logIns;
    private final UnaryOperator<String> passwords;
    private final Map<String, Browser> sessions = new HashMap<>();

    public Desk(int port, String cluster) {
        this(port, role -> cluster + "-" + role, role -> cluster + "-" + role);
    }

    /** @param logIns of whom a story tells, the id of a person */
    public Desk(int port, UnaryOperator<String> logIns, UnaryOperator<String> passwords) {
        this.port = port;
        this.logIns = logIns;
        this.passwords = passwords;
    }

    public Browser person(String role) {
        return sessions.computeIfAbsent(role, key -> Browser.loggedIn(port, logIns.apply(key), passwords.apply(key)));
    }

    /** The same person's program, without a session. */
    public Browser program(String role) {
        return sessions.computeIfAbsent(
                "program " + role, key -> Browser.basic(port, logIns.apply(role), passwords.apply(role)));
    }

    /** Whoever has no account here. */
    public Browser anybody() {
        return sessions.computeIfAbsent("", key -> Browser.anonymous(port));
    }

    /** The node has been killed: whoever was logged in must log in again. */
    public void isForgotten() {
        sessions.clear();
    }

    /**
     * @return false when there is no such task now: the job before it has not run yet, or an answer did not reach us
     * @throws IllegalStateException when it was not acknowledged
     */
    public boolean complete(String role, String businessKey, String task, Map<String, ?> fields) {
        Browser person = person(role);
        HttpResponse<String> found = person.send(
                "GET",
                TASKS + "?maxResults=2&taskDefinitionKey=" + task + "&processInstanceBusinessKey="
                        + URLEncoder.encode(businessKey, StandardCharsets.UTF_8),
                null);
        if (found.statusCode() != 200) {
            throw new IllegalStateException("finding " + task + ": " + found.statusCode());
        }
        JsonNode open = json(found.body()).at("/_embedded/task");
        if (open.isEmpty()) {
            return false;
        }
        String id = open.get(0).get("id").asText();
        if (open.get(0).get("assignee").isNull()) {
            person.send("POST", TASKS + "/" + id + "/claim", "{\"userId\":\"" + logIns.apply(role) + "\"}");
        }
        HttpResponse<String> done = person.send("POST", TASKS + "/" + id + "/submit-form", body(fields));
        if (done.statusCode() != 204 && done.statusCode() != 200) {
            throw new IllegalStateException("completing " + task + ": " + done.statusCode() + " " + done.body());
        }
        return true;
    }

    private static String body(Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        try {
            return JSON.writeValueAsString(Map.of("variables", variables));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws IllegalStateException when it was cut off */
    public static JsonNode json(@Nullable String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer was cut off", e);
        }
    }
}
