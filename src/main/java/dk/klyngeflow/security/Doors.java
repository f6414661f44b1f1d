package dk.klyngeflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of the engine's REST interface may be reached at all, through {@code /engine-rest} or through the web applications' own copy of
 * it. For cluster staff this is a closed list of what Tasklist needs: whatever a new version of the engine adds stays shut. The rights of
 * the person on the one task or case are checked further in.
 */
final class Doors {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ENGINE =
            Pattern.compile("^(?:/engine-rest|/camunda/api/engine)(?:/engine/[^/]+)?(?=/|$)");

    /** For everybody, administrators too: what these start or change goes past our own checks. */
    private static final List<Door> SHUT = List.of(
            new Door("POST", "/deployment/create"),
            new Door("POST", "/deployment/[^/]+/redeploy"),
            new Door("DELETE", "/deployment/.*"),
            // a start goes past the contract of its form
            new Door("POST", "/process-definition/.*start"),
            new Door("POST", "/process-definition/.*(restart|restart-async)"),
            // a place to guess passwords
            new Door("POST", "/identity/verify"),
            // resolving and errors write variables past the contract of the task
            new Door("POST", "/task/[^/]+/(delegate|resolve|bpmnError|bpmnEscalation)"),
            new Door("POST", "/task/create"),
            // waits for work in a way that our filters cannot; there are no external tasks here
            new Door("POST", "/external-task/fetchAndLock"),
            // cases in CMMN are not used here, and their variables answer with faults
            new Door("GET", "/case-(execution|instance)/.*"),
            new Door("POST", "/case-(execution|instance)/.*"),
            new Door("PUT", "/case-(execution|instance)/.*"),
            new Door("DELETE", "/case-(execution|instance)/.*"));

    private static final List<Door> STAFF = List.of(
            new Door("GET", "/engine"),
            new Door("GET", ""),
            new Door("GET", "/version"),
            new Door("GET", "/task(/(?!report/).*)?"),
            new Door("GET", "/(filter|process-definition|process-instance|variable-instance)(/.*)?"),
            new Door(
                    "GET",
                    "/history/(task|user-operation|process-instance|activity-instance|variable-instance|detail)(/.*)?"),
            new Door("GET", "/(user|group|tenant)(/[^/]+)?(/profile)?"),
            new Door("GET", "/identity/(groups|password-policy)"),
            new Door("GET", "/authorization/check"),
            new Door("POST", "/task(/count)?"),
            new Door("POST", "/task/[^/]+/(claim|unclaim|assignee|complete|submit-form)"),
            new Door("POST", "/task/[^/]+/comment/create"),
            new Door("PUT", "/task/[^/]+"),
            new Door("POST", "/filter/[^/]+/(list|singleResult|count)"),
            new Door("POST", "/process-definition/(key/)?[^/]+(/tenant-id/[^/]+)?/submit-form"),
            new Door("POST", "/(variable-instance|process-instance)(/count)?"),
            new Door("POST", "/history/(task|process-instance|activity-instance|variable-instance|detail)(/count)?"));

    private Doors() {}

    private record Door(String method, Pattern path) {

        Door(String method, String path) {
            this(method, Pattern.compile(path));
        }

        boolean fits(String asked, String where) {
            boolean sameMethod = method.equals(asked) || (method.equals("GET") && READING.contains(asked));
            return sameMethod && path.matcher(where).matches();
        }
    }

    /** The address within this application, decoded as the engine will decode it. */
    static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }

    /** The part of an address that the engine's REST interface sees; empty when it is another door. */
    static Optional<String> engine(String path) {
        var matcher = ENGINE.matcher(path);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String rest = path.substring(matcher.end());
        return Optional.of(rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
    }

    static boolean shut(String method, String enginePath) {
        return SHUT.stream().anyMatch(door -> door.fits(method, enginePath));
    }

    static boolean openToStaff(String method, String enginePath) {
        return STAFF.stream().anyMatch(door -> door.fits(method, enginePath));
    }
}
