package dk.klyngeflow.security;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.engine.NoRoom;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a refused request is answered: JSON with a Danish sentence to programs, the Danish error page to people. */
final class RefusalAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RefusalAnswers() {}

    /** True for the doors that answer in JSON. */
    static boolean isInterface(HttpServletRequest request) {
        String path = Doors.path(request);
        return path.startsWith("/api/")
                || path.startsWith("/engine-rest")
                || path.startsWith("/camunda/api/")
                || path.startsWith("/actuator");
    }

    static void send(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        if (response.isCommitted()) {
            // cut off already, such as somebody who sent too slowly
            return;
        }
        if (!isInterface(request)) {
            response.sendError(status);
            return;
        }
        write(response, status, Map.of("message", message));
    }

    static void write(HttpServletResponse response, int status, Map<String, Object> fields) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.putAll(fields);
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** What is said when nothing better is known; no names of classes, tables or people. */
    static String sentence(int status) {
        return switch (status) {
            case 400 -> "Der var noget i det sendte, som vi ikke kunne forstå.";
            case 401 -> "Log ind for at fortsætte.";
            case 403 -> "Det har du ikke adgang til.";
            case 404 -> "Det findes ikke.";
            case 405 -> "Det kan man ikke gøre her.";
            case 409 -> "En anden har ændret det samme i mellemtiden. Genindlæs siden.";
            case 413 -> "Det sendte fylder for meget.";
            case NoRoom.STATUS -> NoRoom.SENTENCE;
            case 429 -> "Der er kommet mange forsøg på kort tid. Vent et minut, og prøv igen.";
            default -> status >= 500 ? "Noget gik galt hos os. Prøv igen om lidt." : "Det kunne ikke lade sig gøre.";
        };
    }
}
