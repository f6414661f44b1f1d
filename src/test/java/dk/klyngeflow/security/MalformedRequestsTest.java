package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What no browser of ours sends: every route of ours and of the engine with broken paths, queries, methods, headers and bodies, written
 * straight to the socket so that no client tidies it up. The sender is told that it was wrong; never that we failed. The seed is fixed.
 */
@KlyngeflowTest
class MalformedRequestsTest {

    private static final int TRIES = 4_000;
    private static final long SEED = 20_260_907L;
    private static final String WEB = "/camunda/api/engine/engine/default";

    private static final List<String> SEGMENTS = List.of(
            "%00",
            "a%00b",
            "%2F",
            "%2f..%2f",
            "%5C",
            "..",
            ".",
            "%2e%2e",
            ";",
            ";a=b",
            "x;jsessionid=1",
            "%ff",
            "%c3%28",
            "%",
            "%zz",
            "%u0041",
            "",
            "//",
            "%20",
            "%0d%0aX:1",
            "%0a",
            "99999999999999999999999999",
            "-1",
            "0",
            "2147483648",
            "1e400",
            "NaN",
            "2026-13-45",
            "%F0%9F%92%A5",
            "%C3%A6%C3%B8%C3%A5",
            "%E2%80%AE",
            "{x}",
            "%7Bx%7D",
            "*",
            "${1}",
            "%24%7B1%7D",
            "'",
            "%22",
            "<",
            "%3Cscript%3E",
            "|",
            "^",
            "`",
            "æ",
            "findes-ikke",
            "a".repeat(3_000),
            "one",
            "two");

    private static final List<String> QUERIES = List.of(
            "sortBy=x&sortOrder=y",
            "sortBy=name",
            "sortOrder=asc",
            "sortBy=created&sortOrder=sideways",
            "firstResult=-1&maxResults=-1",
            "maxResults=99999999999",
            "maxResults=x",
            "firstResult=1.5",
            "maxResults=5000000",
            "%",
            "%zz=1",
            "a=%ff",
            "=&&==",
            "x=%00",
            "side=-1",
            "aar=abc",
            "aar=99999999999",
            "aar=-1",
            "fra=2026-99-99&til=x",
            "dato=%00",
            "q=%00",
            "soeg=%00",
            "createdBefore=yesterday",
            "dueBefore=%24%7B1/0%7D",
            "assigneeExpression=%24%7B",
            "variables=a_b",
            "processVariables=a_eq_%00",
            "taskVariables=,,,",
            "businessKey=%00",
            "processInstanceBusinessKey=%00",
            "name=%00",
            "id=%00",
            "firstName=%00",
            "tenantIdIn=%00",
            "deserializeValues=maybe",
            "withoutTenantId=maybe",
            "active=2",
            "interval=-5&reportType=duration&periodUnit=year",
            "permissionName=x&resourceName=y&resourceType=z",
            "permissionName=READ&resourceName=task&resourceType=99",
            "type=x",
            "resourceType=%00",
            "processDefinitionKey=%00",
            "nameLike=%25%25%5C",
            "cascade=x",
            "a[]=1&a[0]=2&a[b]=3",
            "x=" + "1".repeat(4_000));

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[",
            "null",
            "true",
            "\"x\"",
            "[[[[[[",
            "[".repeat(3_000),
            "{\"a\":".repeat(2_000),
            "{}{}",
            "{\"variables\":[]}",
            "{\"variables\":{\"a\":1}}",
            "{\"variables\":{\"a\":null}}",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Long\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Date\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Nothing\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"%%\",\"type\":\"Bytes\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            "{\"variables\":{\"a\":{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.net.URL\",\"serializationDataFormat\":\"application/json\"}}}}",
            "{\"variables\":{\"a\":{\"value\":{},\"type\":\"Object\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"<\",\"type\":\"Xml\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"{\",\"type\":\"Json\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"a\\u0000b\",\"type\":\"String\"}}}",
            "{\"variables\":{\"a\\u0000\":{\"value\":\"b\",\"type\":\"String\"}}}",
            "{\"userId\":\"\\u0000\"}",
            "{\"userId\":{}}",
            "{\"userId\":7}",
            "{\"message\":\"\\u0000\"}",
            "{\"assigneeExpression\":\"${\"}",
            "{\"orQueries\":[{\"assigneeExpression\":\"${\"}]}",
            "{\"orQueries\":[{\"orQueries\":[{}]}]}",
            "{\"orQueries\":[null]}",
            "{\"orQueries\":{}}",
            "{\"dueBeforeExpression\":\"${1/0}\"}",
            "{\"candidateGroupsExpression\":\"${}\"}",
            "{\"sorting\":[{\"sortBy\":\"x\",\"sortOrder\":\"y\"}]}",
            "{\"sorting\":[{}]}",
            "{\"sorting\":[null]}",
            "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{}}]}",
            "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"a\",\"type\":\"Object\"}}]}",
            "{\"taskVariables\":[{\"name\":\"a\",\"operator\":\"x\",\"value\":1}]}",
            "{\"taskVariables\":[{\"name\":\"a\",\"operator\":\"gt\",\"value\":null}]}",
            "{\"taskVariables\":[{\"name\":\"a\",\"operator\":\"like\",\"value\":1}]}",
            "{\"processVariables\":[{\"name\":null,\"operator\":\"eq\",\"value\":{}}]}",
            "{\"processVariables\":[null]}",
            "{\"variables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":[]}]}",
            "{\"variables\":[null]}",
            "{\"createdBefore\":\"yesterday\"}",
            "{\"tenantIdIn\":[null]}",
            "{\"tenantIdIn\":\"one\"}",
            "{\"processInstanceIds\":[null]}",
            "{\"candidateGroups\":[]}",
            "{\"priority\":99999999999999}",
            "{\"name\":\"\\u0000\"}",
            "{\"nameLike\":\"\\u0000\"}",
            "{\"id\":[]}",
            "\u00ff\u00fe\u0000",
            "a=b&c=%zz",
            "a=%00&_csrf=x",
            "--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a\"\r\n\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a\u0000b\"\r\n\r\nabc\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a\"\r\n\r\nabc\r\n--x--\r\n",
            "--x--",
            "--x\r\n\r\n\r\n--x--\r\n");

    private static final List<String> KINDS = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=x",
            "text/plain",
            "text/xml",
            "x",
            "/",
            "application/json; charset=klingon",
            "application/json; charset=utf-32",
            "application/octet-stream");

    private static final List<String> ACCEPTED = List.of(
            "*/*", "text/html", "application/json", "application/hal+json", "image/png", "x", ";q=2", "a/b;q=x");

    private static final List<String> VERBS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "KLYNGE");

    private static final Pattern TEMPLATE = Pattern.compile("\\{[^}]*}");
    private static final Pattern INSIDE = Pattern.compile("Exception|\\bat (org|java|dk)\\.|ENGINE-\\d");

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Map<String, Browser> people = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        clusters.open();
        people.put("anonymous", Browser.anonymous(port));
        people.put("admin", Browser.loggedIn(port, "admin", "admin"));
        for (String role : List.of("member", "secretary", "coordinator", "auditor")) {
            people.put(role, Browser.loggedIn(port, "one-" + role, "one-" + role));
        }
    }

    /** One request as it goes over the line. */
    private record Attempt(String role, String verb, String target, String kind, String accept, String body) {}

    private record Answer(int status, String text) {}

    @Test
    void nothingThatIsSentMakesUsFail() {
        List<String> routes = routes();
        List<String> roles = List.copyOf(people.keySet());
        Random random = new Random(SEED);
        List<String> failed = new ArrayList<>();
        Map<Integer, Integer> counted = new LinkedHashMap<>();
        for (int each = 0; each < TRIES; each++) {
            String route = routes.get(each % routes.size());
            Attempt attempt = attempt(route, of(roles, random), random);
            Answer answer = send(attempt);
            counted.merge(answer.status(), 1, Integer::sum);
            if (answer.status() < 200
                    || answer.status() >= 500
                    || (answer.status() >= 400 && INSIDE.matcher(answer.text()).find())) {
                failed.add(answer.status() + " " + brief(attempt));
            }
        }
        assertThat(counted.keySet())
                .as("they did get through to different rooms: %s", counted)
                .contains(400, 403, 404);
        assertThat(failed)
                .as("%s of %s; answers: %s", failed.size(), TRIES, counted)
                .isEmpty();
    }

    /** Paths that no server can read, for everybody and wherever they are sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%00", "%2F", "%5C", ";x", "%ff", "%c3%28", "%zz", "%", "..%2f..", "%0a", "%0d%0aSet-Cookie:a=b"
            })
    void aMalformedPathIsTheSendersMistake(String segment) {
        for (String role : people.keySet()) {
            for (String before : List.of(
                    "",
                    "/regnskab",
                    "/moeder/one",
                    "/api/clusters/one",
                    "/camunda",
                    WEB + "/task",
                    "/engine-rest/task",
                    "/actuator",
                    "/forms-kit")) {
                Answer answer = send(new Attempt(role, "GET", before + "/" + segment, "", "text/html", ""));
                assertThat(answer.status())
                        .as(role + " " + before + "/" + segment)
                        .satisfiesAnyOf(
                                status -> assertThat(status).isBetween(400, 499),
                                status -> assertThat(status).isEqualTo(302));
            }
        }
    }

    private List<String> routes() {
        TreeSet<String> routes = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((info, method) -> info.getPatternValues().forEach(pattern -> {
                    if (info.getMethodsCondition().getMethods().isEmpty()) {
                        routes.add("GET " + pattern);
                    }
                    info.getMethodsCondition().getMethods().forEach(verb -> routes.add(verb + " " + pattern));
                }));
        // it is the page of faults, so it says so
        routes.removeIf(route -> route.endsWith(" /error"));
        EngineOperations.all().forEach(operation -> routes.add(operation.method() + " " + WEB + operation.path()));
        EngineOperations.all()
                .forEach(operation -> routes.add(operation.method() + " /engine-rest" + operation.path()));
        for (String more : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/actuator/health",
                "/actuator/info",
                "/login",
                "/app.css",
                "/forms-kit/form-kit.js")) {
            routes.add("GET " + more);
        }
        return List.copyOf(routes);
    }

    private static Attempt attempt(String route, String role, Random random) {
        String verb = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        boolean own = !path.startsWith(WEB) && !path.startsWith("/engine-rest");
        boolean brokenPath = random.nextInt(3) > 0;
        path = TEMPLATE.matcher(path).replaceAll(match -> {
            String name = match.group();
            String segment = own && name.equals("{cluster}") && random.nextInt(4) > 0
                    ? "one"
                    : brokenPath ? of(SEGMENTS, random) : "findes-ikke";
            return java.util.regex.Matcher.quoteReplacement(segment);
        });
        if (brokenPath && random.nextInt(5) == 0) {
            path += "/" + of(SEGMENTS, random);
        }
        if (random.nextInt(2) == 0) {
            path += "?" + of(QUERIES, random);
        }
        // an administrator's body is never one that could be obeyed
        if (random.nextInt(8) == 0 && !role.equals("admin")) {
            verb = of(VERBS, random);
        }
        boolean bodyless = verb.equals("GET") || verb.equals("HEAD");
        return new Attempt(
                role,
                verb,
                path,
                bodyless ? "" : of(KINDS, random),
                of(ACCEPTED, random),
                bodyless ? "" : of(BODIES, random));
    }

    private Answer send(Attempt attempt) {
        Browser browser = Objects.requireNonNull(people.get(attempt.role()));
        byte[] body = attempt.body().getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder head = new StringBuilder()
                .append(attempt.verb() + " " + attempt.target()
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n")
                .append("Accept: " + attempt.accept() + "\r\nX-Requested-With: klyngeflow\r\n")
                .append("X-XSRF-TOKEN: " + browser.cookie("XSRF-TOKEN") + "\r\n")
                .append("Cookie: JSESSIONID=" + browser.cookie("JSESSIONID") + "; XSRF-TOKEN="
                        + browser.cookie("XSRF-TOKEN") + "\r\n");
        if (!attempt.kind().isEmpty()) {
            head.append("Content-Type: " + attempt.kind() + "\r\nContent-Length: " + body.length + "\r\n");
        }
        head.append("\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(head.toString().getBytes(StandardCharsets.UTF_8));
            if (!attempt.kind().isEmpty()) {
                request.write(body);
            }
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.startsWith("HTTP/1.1 ")
                    ? new Answer(Integer.parseInt(answer.substring(9, 12)), answer)
                    : new Answer(-1, answer);
        } catch (IOException e) {
            return new Answer(-2, "");
        }
    }

    private static String brief(Attempt attempt) {
        String whole = attempt.toString();
        return whole.length() > 400 ? whole.substring(0, 400) + "…" : whole;
    }

    private static <T> T of(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
