package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.assemblies.EveryStateOfEvenings;
import dk.klyngeflow.assembly.EveryStateOfAssemblies;
import dk.klyngeflow.benchmarks.EveryStateOfFigures;
import dk.klyngeflow.contact.EveryStateOfInquiries;
import dk.klyngeflow.election.EveryStateOfElections;
import dk.klyngeflow.founding.EveryStateOfModels;
import dk.klyngeflow.invoices.EveryStateOfInvoices;
import dk.klyngeflow.meetings.EveryStateOfMeetings;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.pages.ShownTemplates;
import dk.klyngeflow.recipes.EveryStateOfRecipes;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.year.EveryStateOfYears;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Everybody opens every page of ours, in a cluster that has just been opened and in one where every kind of case stands in every state. A
 * page that cannot be reached from here, because nothing says what to put for its variables, or a template that nobody has shown, fails.
 */
@KlyngeflowTest
class EveryPageTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** Parts of other templates, mails and papers, which have tests of their own, and the pages of the demo alone. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "layout|onwards|links/frame|followup/after|recipes/(beside|shown|hits)|mail/.*|documents/.*|demo/.*|error/.*|login|links/(done|answered-for|review)");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");
    private static final Pattern FOREIGN = Pattern.compile(
            "\\bnull\\b|\\$\\{|\\bundefined\\b|\\bNaN\\b|\\b(Submit|Save|Cancel|Delete|Loading|Unknown|Error|Required|Invalid|Whitelabel|Exception)\\b");

    @LocalServerPort
    int port;

    @Autowired
    EveryStateOfInvoices invoices;

    @Autowired
    EveryStateOfMeetings meetings;

    @Autowired
    EveryStateOfModels models;

    @Autowired
    EveryStateOfElections elections;

    @Autowired
    EveryStateOfAssemblies assemblies;

    @Autowired
    EveryStateOfInquiries inquiries;

    @Autowired
    EveryStateOfFigures figures;

    @Autowired
    EveryStateOfYears years;

    @Autowired
    EveryStateOfEvenings evenings;

    @Autowired
    EveryStateOfRecipes recipes;

    @Autowired
    ShownTemplates templates;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ThymeleafViewResolver views;

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    private final Set<String> wrong = new TreeSet<>();
    private int opened;

    @Test
    void isShownToEveryRoleInEveryState() throws Exception {
        ClusterFromFile administrator = new ClusterFromFile(port);
        String empty = administrator.isOpened(PaymentMode.PLO);
        String full = administrator.isOpened(PaymentMode.OWN_ACCOUNT);
        administrator.password(full + "-m5");
        administrator.password(empty + "-m5");
        invoices.areIn(full);
        meetings.areIn(full);
        models.areIn(full);
        elections.areIn(full);
        assemblies.areIn(full);
        inquiries.areIn(full);
        figures.areIn(full);
        years.areIn(full);
        evenings.areIn(full);
        recipes.areIn(full);

        for (String cluster : List.of(empty, full)) {
            crawl(cluster);
        }
        Browser anybody = Browser.anonymous(port);
        String token = Browser.token(anybody.get("/svar").body());
        for (String code : meetings.codes()) {
            check("a link", "anybody", post(anybody, "/svar", Map.of("code", code, "_csrf", token)));
        }

        assertThat(wrong).as(opened + " pages").isEmpty();
        assertThat(opened).isGreaterThan(500);
        assertThat(templates.names())
                .containsAll(files().filter(name -> !ELSEWHERE.matcher(name).matches())
                        .toList());
    }

    @Test
    void anErrorIsShownWithAndWithoutItsReason() throws Exception {
        List<String> errors = files().filter(name -> name.startsWith("error/") || name.equals("login"))
                .toList();
        assertThat(errors).contains("error/500", "error/404");
        for (String name : errors) {
            for (Map<String, Object> model : List.of(
                    Map.<String, Object>of(),
                    Map.<String, Object>of(
                            "refusal", "Skriv en anden dag.", "status", 500, "message", "Skriv en anden dag."))) {
                assertThat(page(name, model)).as(name).contains("<main").doesNotContain("null", "${");
            }
        }
    }

    /** As the pages of the demo show a mail. */
    public record Post(int number, Head head, String text, String html, List<String> files, boolean isBroken) {}

    /** What stands above it. */
    public record Head(String to, String from, String subject, String when) {}

    /** As the demo shows what happened at one time. */
    public record Moment(String when, List<String> what) {}

    @Test
    void aPageOfTheDemoIsShownFullAndEmpty() throws Exception {
        Post full = new Post(
                7,
                new Head("Anne", "klyngen", "Dine opgaver", "i dag"),
                "Tre opgaver",
                "<p>Tre</p>",
                List.of("a.pdf", "b.ics"),
                true);
        Post empty = new Post(1, new Head("", "", "", ""), "", "", List.of(), false);
        Map<String, List<Map<String, Object>>> models = Map.of(
                "demo/mailbox",
                List.of(Map.of("letters", List.of(full, empty)), Map.of("letters", List.of())),
                "demo/letter",
                List.of(Map.of("letter", full), Map.of("letter", empty)),
                "demo/fast-forward",
                List.of(
                        Map.of(
                                "now",
                                "onsdag",
                                "ahead",
                                "3 dage",
                                "token",
                                "PT0S",
                                "summary",
                                "Tiden gik.",
                                "arrived",
                                false,
                                "more",
                                3,
                                "moments",
                                List.of(new Moment("tirsdag", List.of("Mail")))),
                        Map.of("now", "onsdag", "ahead", "", "token", "PT0S")));

        assertThat(models.keySet())
                .isEqualTo(files().filter(name -> name.startsWith("demo/")).collect(Collectors.toSet()));
        for (Map.Entry<String, List<Map<String, Object>>> each : models.entrySet()) {
            for (Map<String, Object> model : each.getValue()) {
                assertThat(page(each.getKey(), model))
                        .as(each.getKey())
                        .contains("<main", "</html>")
                        .doesNotContain("null", "${", " th:");
            }
        }
    }

    private String page(String name, Map<String, Object> model) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(application.getServletContext());
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, application);
        MockHttpServletResponse response = new MockHttpServletResponse();
        View view = views.resolveViewName(name, Locale.forLanguageTag("da"));
        assertThat(view).isNotNull();
        view.render(model, request, response);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private void crawl(String cluster) {
        Map<String, Browser> people = new LinkedHashMap<>();
        people.put("anybody", Browser.anonymous(port));
        people.put("administrator", Browser.loggedIn(port, "admin", "admin"));
        people.put("member", Browser.loggedIn(port, cluster + "-m5", cluster + "-m5"));
        ClusterFromFile.STAFF.forEach(
                post -> people.put(post, Browser.loggedIn(port, cluster + "-" + post, cluster + "-" + post)));
        Set<String> paths = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, method) -> {
            Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
            if (method.getBeanType().getName().startsWith("dk.klyngeflow") && verbs.contains(RequestMethod.GET)) {
                info.getPatternValues().forEach(route -> paths.addAll(filled(route, cluster)));
            }
        });
        people.forEach((role, browser) -> paths.forEach(path -> check(path, role, browser.get(path))));
    }

    /** The path for all that the cluster has of its kind, or for something that it has not. */
    private List<String> filled(String route, String cluster) {
        List<String> paths = List.of(route.replace("{cluster}", cluster));
        while (paths.get(0).contains("{")) {
            String path = paths.get(0);
            Matcher variable = VARIABLE.matcher(path);
            if (!variable.find()) {
                break;
            }
            List<String> next = new ArrayList<>();
            for (String value : values(route, variable.group(1), cluster)) {
                for (String each : paths) {
                    next.add(VARIABLE.matcher(each).replaceFirst(Matcher.quoteReplacement(value)));
                }
            }
            paths = next;
        }
        return paths;
    }

    private List<String> values(String route, String variable, String cluster) {
        String sql = switch (variable) {
            case "code", "ticket", "page", "kind", "mail", "key", "guide", "picture", "version", "ballot" -> "";
            case "change" -> "";
            case "year" ->
                "select year::text from klyngeflow.accounting_year union select year::text from klyngeflow.cluster_year";
            case "month" -> "select to_char(month, 'YYYY-MM') from klyngeflow.missing_statement";
            case "material" -> "select document_id from klyngeflow.recipe_material";
            case "person" -> "select distinct person_id from klyngeflow.role_holder";
            case "account" -> "select number from klyngeflow.account";
            case "contact" -> "select contact_id from klyngeflow.contact";
            case "supplier" -> "select supplier_id from klyngeflow.supplier";
            case "voucher" -> "select voucher_id from klyngeflow.voucher";
            case "linkId" ->
                "select link_id::text from (select distinct on (cluster_id, purpose) * from klyngeflow.link where ended_at is null and holder not like 'supplier:%') as alive";
            case "measure" -> "select distinct measure_id from klyngeflow.measure";
            case "period" -> "select distinct period from klyngeflow.released_set";
            case "evening" -> "select evening_id from klyngeflow.evening";
            case "poll" -> "select poll_id from klyngeflow.date_poll";
            case "round" -> "select round_no::text from klyngeflow.model_round";
            case "meeting" -> "select meeting_id from klyngeflow.meeting";
            case "number" ->
                route.startsWith("/valg")
                        ? "select number::text from klyngeflow.election"
                        : route.startsWith("/generalforsamlinger")
                                ? "select split_part(business_key, '/', 2) from klyngeflow.assembly"
                                : "select split_part(business_key, '/', 2) from klyngeflow.meeting";
            case "id" -> id(route);
            default -> throw new AssertionError(route + ": nothing says what {" + variable + "} is");
        };
        List<String> values = new ArrayList<>();
        if (!sql.isEmpty()) {
            values.addAll(jdbc.sql(sql + " where cluster_id = :cluster limit 40")
                    .param("cluster", cluster)
                    .query(String.class)
                    .list());
        } else if (variable.equals("kind")) {
            values.addAll(List.of("ROOM", "CATERING", "SPEAKER"));
        } else if (variable.equals("guide")) {
            values.addAll(List.of("bruger", "sekretaer", "administrator", "valgleder", "stifter"));
        } else if (variable.equals("change")) {
            values.addAll(List.of("add?navn=Bo", "add-practice", "correct", "leave?person=" + cluster + "-m5"));
            values.addAll(List.of("correct-practice?ydernummer=980101", "end?person=" + cluster + "-formand"));
        } else if (variable.equals("picture")) {
            values.add("member-dates.png");
        }
        values.add("1");
        return values;
    }

    private static String id(String route) {
        if (route.contains("/bilag/") || route.contains("/invoices")) {
            return "select invoice_id from klyngeflow.invoice";
        }
        if (route.contains("/meetings")) {
            return "select meeting_id from klyngeflow.meeting";
        }
        if (route.contains("/opskrifter")) {
            // those that the cluster may read, its own and the others'
            return "select recipe_id from (select cluster_id, recipe_id from klyngeflow.recipe union select u.cluster_id, recipe_id from klyngeflow.recipe_use u) as known";
        }
        if (route.contains("/documents") || route.contains("/dokument")) {
            return "select id from klyngeflow.document";
        }
        if (route.contains("/handovers") || route.contains("/overdragelse")) {
            return "";
        }
        if (route.contains("/assemblies")) {
            return "select assembly_id from klyngeflow.assembly";
        }
        if (route.contains("/elections")) {
            return "select election_id from klyngeflow.election";
        }
        if (route.contains("/inquiries") || route.contains("/henvendelser")) {
            return "select inquiry_id::text from klyngeflow.inquiry";
        }
        if (route.contains("/letters")) {
            return "select letter_id::text from klyngeflow.letter";
        }
        if (route.contains("/membership-requests")) {
            return "select request_id::text from klyngeflow.membership_request";
        }
        if (route.contains("/failed-mails")) {
            return "select mail_id::text from klyngeflow.mail_outbox";
        }
        if (route.contains("/figure-files")) {
            return "select left(encode(sha256(convert_to(source, 'UTF8')), 'hex'), 16) from klyngeflow.figure_delivery";
        }
        if (route.contains("/tasks") || route.contains("/cases")) {
            return "";
        }
        throw new AssertionError(route + ": nothing says what {id} is");
    }

    private void check(String path, String role, HttpResponse<String> answer) {
        opened++;
        if (answer.statusCode() >= 500) {
            wrong.add(path + " as " + role + " answers " + answer.statusCode());
        }
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            // the browser's own words, on a button for files or in a calendar, follow the language of the page
            if (!answer.body().contains("<html lang=\"da\"")) {
                wrong.add(path + " as " + role + " does not say that it is in Danish");
            }
            if (!path.startsWith("/api/") && !answer.body().contains("href=\"/hjaelp")) {
                wrong.add(path + " as " + role + " has no way to the guide");
            }
            Matcher foreign = FOREIGN.matcher(text(answer.body()));
            if (foreign.find()) {
                String text = text(answer.body());
                wrong.add(path + " as " + role + " says "
                        + text.substring(
                                Math.max(0, foreign.start() - 40), Math.min(text.length(), foreign.end() + 40)));
            }
        }
    }

    /** What people read, and where its links and buttons lead. */
    private static String text(String html) {
        StringBuilder links = new StringBuilder();
        Pattern.compile("(?:href|action|value|title|aria-label)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .filter(value -> value.matches("(?s).*(null|\\$\\{).*"))
                .forEach(value -> links.append(value).append('\n'));
        return links
                + html.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ")
                        .replaceAll("(?s)<[^>]*>", " ")
                        .replaceAll("\\s+", " ");
    }

    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return browser.submit(path, form.toString());
    }

    private static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".html", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
