package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.security.EngineOperations.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every role × its own, another and no cluster × every route of ours and every operation of the engine's REST interface. A route or
 * operation that no line of the tables below expects fails the test: say who may, then it passes.
 */
@KlyngeflowTest
class AccessMatrixTest {

    private static final List<String> ROLES =
            List.of("anonymous", "monitoring", "member", "secretary", "coordinator", "board", "auditor", "admin");
    private static final List<String> TARGETS = List.of("own", "other", "none");
    private static final String WEB = "/camunda/api/engine/engine/default";

    // ---- our own routes: who may; the first line that fits counts ----

    private static final Set<String> ANYBODY = Set.copyOf(ROLES);
    private static final Set<String> LOGGED_IN =
            Set.of("member", "secretary", "coordinator", "board", "auditor", "admin");
    private static final Set<String> STAFF = Set.of("secretary", "coordinator", "board", "auditor", "admin");
    private static final Set<String> ADMINISTRATORS = Set.of("admin");
    private static final Set<String> COORDINATOR = Set.of("coordinator", "admin");
    private static final Set<String> SECRETARY_AND_COORDINATOR = Set.of("secretary", "coordinator", "admin");

    /** @param ofOne true when the route is about one cluster or case: then only of one's own (administrators: of all) */
    private record Rule(String route, Set<String> who, boolean ofOne) {}

    private static final List<Rule> OWN_ROUTES = List.of(
            new Rule("\\w+ (/|/login|/error)", ANYBODY, false),
            new Rule("GET /api/me", LOGGED_IN, false),
            new Rule("POST /adgangskode/(ny|link)", ADMINISTRATORS, false),
            new Rule("\\w+ /glemt-adgangskode", ANYBODY, false),
            new Rule("GET /sikkerhedslog(.csv)?", ADMINISTRATORS, false),
            new Rule("\\w+ /adgangskode", LOGGED_IN, false),
            new Rule("\\w+ /post.*", ADMINISTRATORS, false),
            new Rule("POST /api/processes/\\{key}/check", LOGGED_IN, false),
            new Rule("GET /api/desk", STAFF, false),
            new Rule("\\w+ /api/(tasks|cases)/.*", STAFF, true),
            new Rule("POST /api/clusters", ADMINISTRATORS, false),
            new Rule("\\w+ /api/administration/.*", ADMINISTRATORS, false),
            new Rule("\\w+ /klynger/ny", ADMINISTRATORS, false),
            new Rule("\\w+ /start-en-klynge", ANYBODY, false),
            new Rule("\\w+ /medlem/.*", ANYBODY, false),
            new Rule("\\w+ /stiftelser.*", ADMINISTRATORS, false),
            new Rule("GET /stoette", Set.of("secretary", "coordinator", "board", "admin"), false),
            new Rule("POST /stoette.*", ADMINISTRATORS, false),
            new Rule("GET /indstillinger/\\{cluster}", COORDINATOR, true),
            new Rule("POST /indstillinger/\\{cluster}", ADMINISTRATORS, true),
            new Rule("\\w+ /api/clusters/\\{cluster}/duties.*", COORDINATOR, true),
            new Rule("\\w+ /api/clusters/\\{cluster}/.*", LOGGED_IN, true),
            new Rule("GET /aarsregnskab/\\{cluster}/.*", STAFF, true),
            new Rule("POST /aarsregnskab/\\{cluster}/\\{year}/(bemaerkning|tjekliste)", Set.of("auditor"), true),
            // the treasurer alone, who is none of these
            new Rule("POST /aarsregnskab/\\{cluster}/.*", Set.of(), true),
            new Rule("\\w+ /(bilag|udlaeg|regnskab)/\\{cluster}.*", LOGGED_IN, true),
            new Rule("\\w+ /skriv/\\{cluster}", ANYBODY, false),
            new Rule("GET /henvendelser/\\{cluster}", Set.of("secretary", "coordinator", "board", "admin"), true),
            new Rule("POST /henvendelser/\\{cluster}/.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("\\w+ /kontakter/\\{cluster}.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("\\w+ /emner/\\{cluster}.*", Set.of("secretary", "coordinator", "board", "admin"), true),
            new Rule("\\w+ /opskrifter/\\{cluster}/.*(ret|del|traek-tilbage|slet|materiale)", COORDINATOR, true),
            new Rule("\\w+ /opskrifter/\\{cluster}/(af|erfaring)/.*", COORDINATOR, true),
            new Rule("\\w+ /opskrifter/\\{cluster}.*", Set.of("secretary", "coordinator", "board", "admin"), true),
            new Rule("GET /aarshjul/\\{cluster}", STAFF, true),
            new Rule("POST /aarshjul/\\{cluster}/kalender", STAFF, true),
            new Rule(
                    "POST /aarshjul/\\{cluster}/\\{year}/\\{item}",
                    Set.of("secretary", "coordinator", "board", "admin"),
                    true),
            new Rule("GET /lokalmodel/\\{cluster}", STAFF, true),
            new Rule("POST /lokalmodel/\\{cluster}/.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("GET /arkiv", ADMINISTRATORS, false),
            new Rule("\\w+ /arkiv/\\{cluster}/luk", ADMINISTRATORS, true),
            new Rule("GET /arkiv/\\{cluster}.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("GET /generalforsamlinger/\\{cluster}.*", STAFF, true),
            new Rule(
                    "POST /generalforsamlinger/\\{cluster}/.*(krav|flyt|aflys)",
                    Set.of("secretary", "coordinator", "board", "admin"),
                    true),
            new Rule("GET /valg/\\{cluster}.*", STAFF, true),
            new Rule("GET /generalforsamling/\\{cluster}/aften/.*", STAFF, true),
            new Rule(
                    "POST /generalforsamling/\\{cluster}/aften/.*",
                    Set.of("secretary", "coordinator", "board", "admin"),
                    true),
            new Rule(
                    "POST /valg/\\{cluster}/.*/valgliste.*",
                    Set.of("secretary", "coordinator", "board", "admin"),
                    true),
            new Rule("POST /valg/\\{cluster}.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("GET /overdragelse/\\{cluster}", Set.of("secretary", "coordinator", "board", "admin"), true),
            new Rule(
                    "POST /overdragelse/\\{cluster}/liste", Set.of("secretary", "coordinator", "board", "admin"), true),
            new Rule("POST /overdragelse/\\{cluster}/(aflys|orlov).*", Set.of("coordinator", "board", "admin"), true),
            new Rule("\\w+ /folk/\\{cluster}.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("GET /noegletal(.csv)?", ADMINISTRATORS, false),
            new Rule("GET /noegletal/\\{cluster}.*", Set.of("secretary", "coordinator", "board", "admin"), true),
            new Rule("\\w+ /maalinger(/klynger)?", ADMINISTRATORS, false),
            new Rule("\\w+ /tal/\\{cluster}", SECRETARY_AND_COORDINATOR, true),
            new Rule("GET /tal/\\{cluster}/\\{measure}", LOGGED_IN, true),
            new Rule("POST /tal/\\{cluster}/(indtast|kilder|laeg-til-side)", SECRETARY_AND_COORDINATOR, true),
            new Rule("GET /tal/\\{cluster}/moede/.*", LOGGED_IN, true),
            new Rule("POST /tal/\\{cluster}/\\{measure}/.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("\\w+ /vedtaegter/\\{cluster}.*", SECRETARY_AND_COORDINATOR, true),
            // whoever has a code may; who has none is told the same as with a wrong one
            new Rule("\\w+ /svar(/.*)?", ANYBODY, false),
            new Rule("\\w+ /svar-for/\\{cluster}.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("\\w+ /steder/\\{cluster}.*", SECRETARY_AND_COORDINATOR, true),
            new Rule("GET /moeder/\\{cluster}.*", STAFF, true),
            new Rule(
                    "POST /moeder/\\{cluster}/.*(flyt|aflys|mind|forlaeng|luk)",
                    Set.of("secretary", "coordinator", "board", "admin"),
                    true),
            new Rule("POST /moeder/\\{cluster}/aftaler/.*", STAFF, true),
            new Rule("GET /kalender.*", ANYBODY, false),
            new Rule("GET /hjaelp.*", ANYBODY, false),
            // the demo's own, which exist in the demo only
            new Rule("GET /(demo|postkasse).*", ANYBODY, false));

    /** What an auditor sends in her own name, or with a code instead of a log-in. */
    private static final String HER_OWN =
            "\\w+ (/(glemt-)?adgangskode|/start-en-klynge|/medlem/.*|/login|/error|/|/svar(/.*)?|/kalender.*|/(demo|postkasse).*)";

    // ---- the engine: what staff reach through Tasklist's door; everything else is for administrators ----

    /** Lists and counts: staff get an answer, with nothing of another cluster in it. */
    private static final Pattern LISTS = Pattern.compile(
            "GET /(task|filter|process-definition|process-instance|variable-instance|user|group|tenant)(/count|/statistics)?"
                    + "|OPTIONS /(filter|filter/\\{id}|task|user|user/\\{id}|group|group/\\{id}|group/\\{id}/members|tenant|tenant/\\{id}.*)"
                    + "|GET /history/(task|user-operation|process-instance|activity-instance|variable-instance|detail)(/count)?"
                    + "|GET /history/(task|process-instance)/report"
                    + "|POST /(task|variable-instance|process-instance)(/count)?"
                    + "|POST /history/(task|process-instance|activity-instance|variable-instance|detail)(/count)?"
                    + "|GET /identity/(groups|password-policy)|GET /authorization/check|GET /version"
                    + "|GET /process-definition/.*|GET /filter/\\{id}.*|POST /filter/\\{id}/(list|singleResult|count)"
                    + "|GET /user/(count|\\{id}/profile)|GET /group/(count|\\{id})|GET /tenant/(count|\\{id})");

    /** About one task or case: staff get it for their own cluster, and "not found" for others. */
    private static final Pattern ONE_CASE = Pattern.compile("GET /(task|process-instance|variable-instance)/\\{id}.*"
            + "|GET /history/(task|process-instance|activity-instance|variable-instance|detail)/\\{id}.*");

    /** What only those do whom the task was given to. */
    private static final Pattern WORK =
            Pattern.compile("POST /task/\\{id}/(claim|unclaim|assignee|complete|submit-form)|PUT /task/\\{id}");

    private static final Pattern COMMENT = Pattern.compile("POST /task/\\{id}/comment/create");
    private static final Pattern START =
            Pattern.compile("POST /process-definition/(\\{id}|key/\\{key}(/tenant-id/\\{tenantId})?)/submit-form");

    /** Shut for administrators too. */
    private static final Pattern SHUT = Pattern.compile(
            "POST /deployment/(create|\\{id}/redeploy)"
                    + "|DELETE /deployment/\\{id}"
                    + "|POST /process-definition/.*/(start|restart|restart-async)|POST /identity/verify|POST /task/create"
                    + "|POST /task/\\{id}/(delegate|resolve|bpmnError|bpmnEscalation)|\\w+ /case-(execution|instance)/.*|POST /external-task/fetchAndLock");

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService models;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Map<String, Browser> browsers = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int cells;
    private Map<String, Task> open = Map.of();
    private String model = "";

    @BeforeEach
    void open() {
        clusters.open();
        for (String role : ROLES) {
            browsers.put(
                    role,
                    switch (role) {
                        case "anonymous" -> Browser.anonymous(port);
                        case "monitoring" -> Browser.basic(port, "monitoring", "prometheus-i-en-test");
                        case "admin" -> Browser.loggedIn(port, "admin", "admin");
                        default -> Browser.loggedIn(port, "one-" + role, "one-" + role);
                    });
        }
        model = models.createProcessDefinitionQuery()
                .processDefinitionKey("access-probe")
                .latestVersion()
                .singleResult()
                .getId();
        open = Map.of("own", task("one"), "other", task("two"));
    }

    private Browser browser(String role) {
        return Objects.requireNonNull(browsers.get(role));
    }

    private Task task(String cluster) {
        String key = "case-" + cluster + "-" + UUID.randomUUID();
        cases.start("access-probe", cluster, key, Map.of());
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }

    @Test
    void everyRouteOfOurs() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, method) -> {
            Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
            info.getPatternValues().forEach(pattern -> {
                if (verbs.isEmpty()) {
                    routes.add("GET " + pattern);
                }
                verbs.forEach(verb -> routes.add(verb + " " + pattern));
            });
        });
        for (String route : routes) {
            Rule rule = OWN_ROUTES.stream()
                    .filter(each -> route.matches(each.route()))
                    .findFirst()
                    .orElse(null);
            if (rule == null) {
                wrong.add(route + ": no line of OWN_ROUTES says who may");
                continue;
            }
            for (String role : ROLES) {
                for (String target : TARGETS) {
                    ownRoute(route, rule, role, target);
                }
            }
        }
        report(routes.size());
    }

    private void ownRoute(String route, Rule rule, String role, String target) {
        String verb = route.substring(0, route.indexOf(' '));
        String path = fill(route.substring(route.indexOf(' ') + 1), target);
        HttpResponse<String> answer = browser(role).send(verb, path, verb.equals("GET") ? null : "{}");
        cells++;
        int status = answer.statusCode();
        boolean may = rule.who().contains(role) && (!rule.ofOne() || target.equals("own") || role.equals("admin"));
        boolean toLogin = status == 302
                && answer.headers().firstValue("Location").orElse("").contains("/login");
        if (status >= 500 && !path.equals("/error")) {
            wrong.add(cell(route, role, target, status) + " is a fault");
        } else if (!may && !(status >= 400 || toLogin)) {
            wrong.add(cell(route, role, target, status) + " though she may not");
        } else if (!may
                && verb.equals("GET")
                && !toLogin
                && !Set.of(401, 403, 404).contains(status)) {
            wrong.add(cell(route, role, target, status) + " tells more than that she may not");
        } else if (may && role.equals("anonymous") && status == 401) {
            wrong.add(cell(route, role, target, status) + " though anybody may");
        }
        if (role.equals("auditor") && !verb.equals("GET") && !route.matches(HER_OWN) && status != 403 && !toLogin) {
            wrong.add(cell(route, role, target, status) + " though the auditor only reads");
        }
        leaks(route, role, answer);
    }

    /** What administrators alone read, and the machine that watches. */
    @Test
    void figuresAndHealthAreForOperators() {
        for (String path :
                List.of("/actuator/prometheus", "/actuator/health", "/actuator/health/readiness", "/actuator/info")) {
            for (String role : ROLES) {
                HttpResponse<String> answer = browser(role).get(path);
                boolean isOperator = role.equals("admin") || role.equals("monitoring");
                cells++;
                if (path.equals("/actuator/health")) {
                    if (answer.statusCode() != 200 || answer.body().contains("components") != isOperator) {
                        wrong.add(cell(path, role, "none", answer.statusCode()) + ": " + answer.body());
                    }
                } else if (!path.endsWith("readiness")) {
                    expect(
                            cell(path, role, "none", answer.statusCode()),
                            answer.statusCode(),
                            isOperator ? Set.of(200) : Set.of(role.equals("anonymous") ? 401 : 403));
                }
            }
        }
        Browser monitoring = browser("monitoring");
        for (String path :
                List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/engine-rest/engine", "/api/me")) {
            cells++;
            expect(cell(path, "monitoring", "none", 0), monitoring.get(path).statusCode(), Set.of(403));
        }
        for (String verb : List.of("POST", "PUT", "DELETE")) {
            cells++;
            expect(
                    cell(verb + " health", "monitoring", "none", 0),
                    monitoring.send(verb, "/actuator/health", "{}").statusCode(),
                    Set.of(403));
        }
        assertThat(Browser.basic(port, "monitoring", "gættet")
                        .get("/actuator/prometheus")
                        .statusCode())
                .isEqualTo(401);
        report(ROLES.size());
    }

    @Test
    void everyOperationOfTheEngineThroughTasklistsDoor() {
        Set<Operation> operations = EngineOperations.all();
        assertThat(operations).as("read from the engine's own classes").hasSizeGreaterThan(250);
        for (Operation operation : operations) {
            for (String role : ROLES) {
                for (String target : TARGETS) {
                    // administrators may, so theirs are tried on what does not exist, lest they do it
                    if (!role.equals("admin") || target.equals("none")) {
                        engine(operation, role, target);
                    }
                }
            }
        }
        report(operations.size());
    }

    private void engine(Operation operation, String role, String target) {
        HttpResponse<String> answer = call(browser(role), WEB, operation, target);
        cells++;
        int status = answer.statusCode();
        String name = operation.toString();
        String cell = cell(name, role, target, status);
        if (Set.of("anonymous", "monitoring", "member").contains(role)) {
            expect(cell, status, Set.of(role.equals("member") ? 403 : 401));
        } else if (SHUT.matcher(name).matches()) {
            expect(cell, status, Set.of(403));
        } else if (role.equals("admin")) {
            if (status >= 500) {
                wrong.add(cell + " is a fault");
            }
        } else if (role.equals("auditor")
                && (COMMENT.matcher(name).matches() || START.matcher(name).matches())) {
            // she only reads
            expect(cell, status, Set.of(403));
        } else if (WORK.matcher(name).matches()) {
            work(cell, role, target, status);
        } else if (COMMENT.matcher(name).matches()) {
            expect(cell, status, target.equals("own") ? Set.of(200, 400) : Set.of(400, 404));
        } else if (ONE_CASE.matcher(name).matches() && !name.contains("/count") && !name.endsWith("/report")) {
            if (target.equals("own")) {
                mayBeAnswered(cell, status);
            } else {
                expect(cell, status, Set.of(400, 403, 404));
            }
        } else if (START.matcher(name).matches()) {
            expect(cell, status, Set.of(200, 400, 404));
        } else if (LISTS.matcher(name).matches()) {
            mayBeAnswered(cell, status);
        } else {
            expect(cell, status, Set.of(403));
        }
        leaks(name, role, answer);
    }

    private void work(String cell, String role, String target, int status) {
        if (!target.equals("own")) {
            expect(cell, status, Set.of(400, 404));
        } else if (!role.equals("secretary")) {
            expect(cell, status, Set.of(400, 403, 404));
        } else if (status >= 500) {
            wrong.add(cell + " is a fault");
        } else if (status == 204) {
            open = Map.of("own", task("one"), "other", Objects.requireNonNull(open.get("other")));
        }
    }

    private void mayBeAnswered(String cell, int status) {
        if (status >= 500) {
            wrong.add(cell + " is a fault");
        }
    }

    @Test
    void theEnginesOwnInterfaceIsShutForEverybodyButAdministrators() {
        for (Operation operation : EngineOperations.all()) {
            for (String role : ROLES) {
                if (role.equals("admin")) {
                    continue;
                }
                int status =
                        call(browser(role), "/engine-rest", operation, "own").statusCode();
                cells++;
                expect(
                        cell(operation.toString(), role, "own", status),
                        status,
                        Set.of(role.equals("anonymous") ? 401 : 403));
            }
        }
        report(EngineOperations.all().size());
    }

    private HttpResponse<String> call(Browser browser, String door, Operation operation, String target) {
        String path = fill(operation.path(), target);
        boolean list = operation.method().equals("GET") || operation.method().equals("POST");
        String limited = list && !path.endsWith("/count") ? path + "?maxResults=100" : path;
        boolean body = operation.method().equals("POST") || operation.method().equals("PUT");
        return browser.send(operation.method(), door + limited, body ? body(operation) : null);
    }

    private static String body(Operation operation) {
        return switch (operation.path()) {
            case "/task/{id}/claim", "/task/{id}/assignee" -> "{\"userId\":\"one-secretary\"}";
            case "/task/{id}/comment/create" -> "{\"message\":\"hej\"}";
            default -> "{}";
        };
    }

    /** Puts what belongs to the target cluster into a route's templates. */
    private String fill(String path, String target) {
        Task task = open.get(target);
        String cluster = target.equals("own") ? "one" : target.equals("other") ? "two" : "nowhere";
        String unknown = "00000000-0000-0000-0000-000000000000";
        String id;
        if (path.startsWith("/user")) {
            id = cluster + "-board";
        } else if (path.startsWith("/group")) {
            id = cluster + ".board";
        } else if (path.startsWith("/tenant")) {
            id = cluster;
        } else if (path.startsWith("/process-definition")) {
            id = task == null ? unknown : model;
        } else if (path.contains("process-instance") || path.startsWith("/execution")) {
            id = task == null ? unknown : task.getProcessInstanceId();
        } else {
            id = task == null ? unknown : task.getId();
        }
        return path.replace("{cluster}", cluster)
                .replace("{key}", task == null ? "nothing" : "access-probe")
                .replace("{tenantId}", cluster)
                .replace("{page}", "1")
                .replace("{id}", id)
                .replaceAll("\\{[^}]+}", unknown);
    }

    /** Whatever the status, nobody but administrators reads anything of the other cluster. */
    private void leaks(String what, String role, HttpResponse<String> answer) {
        boolean foreign = answer.body().contains("case-two")
                || answer.body().contains("two-secretary")
                || answer.body().contains("\"two\"");
        if (!role.equals("admin") && answer.statusCode() < 300 && foreign) {
            wrong.add(what + " shows " + role + " something of another cluster");
        }
    }

    private void expect(String cell, int status, Set<Integer> allowed) {
        if (!allowed.contains(status)) {
            wrong.add(cell + ", expected " + new TreeSet<>(allowed));
        }
    }

    private static String cell(String what, String role, String target, int status) {
        return what + " as " + role + " on " + target + " answers " + status;
    }

    private void report(int rows) {
        assertThat(wrong).as(rows + " rows, " + cells + " cells").isEmpty();
        assertThat(cells).isGreaterThan(rows);
    }
}
