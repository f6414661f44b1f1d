package dk.klyngeflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is the auditor of a cluster, and nothing else there, reads: everything that could change something is refused before it reaches a
 * page or the engine. As a member too she may what members may.
 */
class AuditorsRead extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Her own log-in, questions that are asked by POST, and the task that comes to her as the last who is left to approve: the task's own
     * rules say whether it is hers.
     */
    private static final Pattern HER_OWN = Pattern.compile("/log(in|out)|/adgangskode|/camunda/api/admin/auth/.*"
            + "|/spol-frem|/camunda/api/engine/engine/[^/]+/("
            + "task/[^/]+(/(claim|unclaim|assignee|complete|submit-form))?|(task|variable-instance|process-instance)(/count)?"
            + "|history/(task|process-instance|activity-instance|variable-instance|detail)(/count)?"
            + "|filter/[^/]+/(list|singleResult|count))");

    private final CurrentPerson person;

    AuditorsRead(CurrentPerson person) {
        this.person = person;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())
                || HER_OWN.matcher(Doors.path(request)).matches()
                || !onlyReads(Doors.path(request))) {
            chain.doFilter(request, response);
            return;
        }
        RefusalAnswers.send(request, response, 403, "Som revisor kan du se det hele, men ikke ændre noget.");
    }

    /** By the cluster that the address names; where it names none, she must be no more than auditor anywhere. */
    private boolean onlyReads(String path) {
        if (person.isAdministrator() || !person.isStaff()) {
            return false;
        }
        Set<String> clusters = person.clusters();
        List<String> named =
                List.of(path.split("/")).stream().filter(clusters::contains).toList();
        return named.isEmpty()
                ? clusters.stream().allMatch(this::isOnlyAuditorOf)
                : named.stream().anyMatch(this::isOnlyAuditorOf);
    }

    private boolean isOnlyAuditorOf(String cluster) {
        return person.hasRole(cluster, Role.AUDITOR)
                && !person.hasRole(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.MEMBER);
    }
}
