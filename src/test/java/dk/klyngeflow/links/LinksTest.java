package dk.klyngeflow.links;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.TwoClusters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member opens her link, looks, answers and changes her mind; scanners and strangers get nowhere. Over HTTP, as a browser does. */
@KlyngeflowTest
class LinksTest {

    private static final String MEMBER = "one-member";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    ClusterRegister register;

    @Autowired
    Links links;

    @Autowired
    ProbePage probe;

    @Autowired
    Documents documents;

    @Autowired
    UploadsADay uploads;

    @Autowired
    OldMatterRetention matters;

    @Autowired
    NightWatch night;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final HttpClient plain =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Random random = new Random();
    private String subject = "";
    private String address = "";

    @BeforeEach
    void open() {
        clusters.open();
        clock.reset();
        subject = "matter-" + UUID.randomUUID();
        address = "198.51." + random.nextInt(256) + "." + random.nextInt(256);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void sheLooksAnswersSeesHerAnswerAndChangesIt() {
        String code = code(subject, MEMBER);

        HttpResponse<String> page = post("/svar", "code", code);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Kan du komme?", "Klynge one", "Du svarer som", "Send mit svar")
                .doesNotContain("checked");
        assertThat(probe.answers).doesNotContainKey(held());

        HttpResponse<String> done =
                post("/svar/send", "code", code, "14", "yes", "food", "green", "remark", "Æbler & <b>pærer</b>");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("Tak for dit svar", "Se eller ret dit svar");
        assertThat(probe.answers.get(held()))
                .containsEntry("14", List.of("yes"))
                .containsEntry("remark", List.of("Æbler & <b>pærer</b>"));

        String again = post("/svar", "code", code).body();
        assertThat(again.split("checked=", -1)).hasSize(3);
        assertThat(again).contains("Æbler &amp; &lt;b&gt;pærer&lt;/b&gt;").doesNotContain("<b>pærer");

        assertThat(post("/svar/send", "code", code, "14", "no", "food", "green").statusCode())
                .isEqualTo(200);
        assertThat(probe.answers.get(held())).containsEntry("14", List.of("no")).doesNotContainKey("remark");
    }

    @Test
    void everySendingIsAnsweredByAnAddressSoThatBackAndReloadSendNothing() {
        String code = code(subject, MEMBER);

        HttpResponse<String> opened = plainly("/svar", "code", code);
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(header(opened, "Location")).doesNotContain(code);
        HttpResponse<String> page = get(header(opened, "Location"));
        assertThat(page.body()).contains("Kan du komme?");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        String visit = page.body().replaceAll("(?s).*name=\"visit\" value=\"([^\"]+)\".*", "$1");

        HttpResponse<String> sent = plainly("/svar/send", "code", code, "visit", visit, "14", "yes", "food", "all");
        assertThat(sent.statusCode()).isEqualTo(303);
        Map<String, List<String>> hers = probe.answers.get(held());
        String receipt = header(sent, "Location");
        for (int reload = 0; reload < 2; reload++) {
            assertThat(get(receipt).body()).contains("Tak for dit svar", "Se eller ret dit svar");
        }
        assertThat(get(header(opened, "Location")).body()).as("back").contains("Kan du komme?", "checked=");
        HttpResponse<String> twice = plainly("/svar/send", "code", code, "visit", visit, "14", "yes", "food", "all");
        assertThat(header(twice, "Location")).as("a double click").isEqualTo(receipt);
        assertThat(probe.answers.get(held())).isSameAs(hers);

        plainly("/svar/send", "code", code, "visit", visit, "14", "no", "food", "all");
        plainly("/svar/send", "code", code, "visit", visit, "14", "yes", "food", "all");
        assertThat(probe.answers.get(held())).as("her third word").containsEntry("14", List.of("yes"));
        HttpResponse<String> wrong =
                plainly("/svar/send", "code", code, "visit", visit, "14", "maybe", "remark", "Æble");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Æble", visit);

        clock.advance(Visits.ALIVE);
        for (String address : List.of(header(opened, "Location"), receipt, "/svar/side/x", "/svar/kvittering/x")) {
            HttpResponse<String> late = get(address);
            assertThat(late.statusCode()).isEqualTo(404);
            assertThat(late.body()).contains("Siden har stået åben for længe");
        }
    }

    @Test
    void whatIsMissingIsSaidBesideTheQuestionAndNothingTypedIsLost() {
        String code = code(subject, MEMBER);

        HttpResponse<String> page = post("/svar/send", "code", code, "food", "green", "remark", "Ingen nødder");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Der mangler noget ét sted", "Vælg et svar.", "Ingen nødder");
        assertThat(page.body().split("checked=", -1)).hasSize(2);

        HttpResponse<String> refused = post("/svar/send", "code", code, "14", "yes", "food", "all", "remark", "afvis");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Køkkenet kan ikke læse det", "afvis");

        HttpResponse<String> cpr =
                post("/svar/send", "code", code, "14", "yes", "food", "all", "remark", "Ring om 010203-1234");
        assertThat(cpr.statusCode()).isEqualTo(400);
        assertThat(cpr.body()).contains("ligner et CPR-nummer");

        HttpResponse<String> foreign = post("/svar/send", "code", code, "14", "always", "food", "all");
        assertThat(foreign.body()).contains("Vælg et af svarene.");
        HttpResponse<String> long1 =
                post("/svar/send", "code", code, "14", "yes", "food", "all", "remark", "x".repeat(201));
        assertThat(long1.body()).contains("plads til 200 tegn");
        assertThat(probe.answers).doesNotContainKey(held());
    }

    @Test
    void theWholeAddressCanBePastedAsTheMailProgramBrokeIt() {
        String url = links.url("one", links.of("one", ProbePage.PURPOSE, subject, MEMBER))
                .orElseThrow();
        assertThat(url).startsWith("http://localhost:8080/svar#");

        String broken = "<" + url.substring(0, 60) + "\r\n " + url.substring(60) + "> ";
        assertThat(post("/svar", "code", broken).body()).contains("Kan du komme?");
        assertThat(get("/svar").body()).contains("Adressen eller koden fra mailen", "name=\"code\"");
    }

    @Test
    void aClosedMatterCanBeSeenAndNotAnswered() {
        String code = code(ProbePage.CLOSED, MEMBER);

        assertThat(post("/svar", "code", code).body()).contains("Kan du komme?").doesNotContain("Send mit svar");
        assertThat(post("/svar/send", "code", code, "14", "yes", "food", "all").body())
                .contains("Der er lukket for svar, så dit kom ikke med.");
        assertThat(probe.answers).doesNotContainKey(new Held("one", ProbePage.CLOSED, MEMBER));
    }

    @Test
    void looksTheSameToEverybodyUntilTheCodeIsGiven() {
        code(subject, MEMBER);
        HttpResponse<String> page = get("/svar");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(get("/svar?utm_source=mail").body());
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(page.body()).doesNotContain("//", "style=", "onclick", "<script>");
        HttpResponse<String> opened = post("/svar", "code", code(subject, MEMBER));
        assertThat(header(opened, "Cache-Control")).contains("no-store");
        assertThat(opened.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(opened.uri().getPath()).matches("/svar/side/[\\w-]{32}");
    }

    @Test
    void aMailScannerChangesNothingAndBurnsNothing() {
        String code = code(subject, MEMBER);
        List<Map<String, Object>> before = rows();
        for (int i = 0; i < 50; i++) {
            for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                HttpRequest.Builder request = request("/svar").method(method, HttpRequest.BodyPublishers.noBody());
                if (i % 2 == 0) {
                    request.header("Sec-Purpose", "prefetch");
                }
                assertThat(send(request).statusCode()).isEqualTo(200);
            }
            for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH")) {
                int status = send(request("/svar/send?14=yes&food=all&code=" + code)
                                .method(method, HttpRequest.BodyPublishers.noBody()))
                        .statusCode();
                assertThat(status).isEqualTo(405);
            }
            assertThat(post("/svar", "code", code).statusCode()).isEqualTo(200);
            // the button pressed, with nothing chosen
            assertThat(post("/svar/send", "code", code, "remark", "").statusCode())
                    .isEqualTo(400);
        }
        assertThat(probe.answers).doesNotContainKey(held());
        assertThat(rows()).isEqualTo(before);

        post("/svar/send", "code", code, "14", "yes", "food", "all");
        Map<String, List<String>> hers = probe.answers.get(held());
        HttpResponse<String> pressed = post("/svar/send", "code", code, "14", "yes", "food", "all", "remark", "");
        assertThat(pressed.body()).contains("Dit svar er uændret");
        assertThat(probe.answers.get(held())).isSameAs(hers);
    }

    @Test
    void lookingCannotWriteEvenIfThePageTried() {
        String code = code(ProbePage.WRITES, MEMBER);

        assertThat(post("/svar", "code", code).statusCode()).isEqualTo(500);
        assertThat(rows()).noneMatch(row -> row.containsValue(99));
    }

    @Test
    void whatIsOverIsSaidToItsHolderInOneSentence() {
        String ended = code(subject, MEMBER);
        String shown = post("/svar", "code", ended).body();
        assertThat(shown).contains("Kan du komme?");
        links.end("one", ProbePage.PURPOSE, subject, MEMBER);
        String closed = code(subject + "-3", MEMBER);
        links.endAll("one", ProbePage.PURPOSE, subject + "-3");
        String over = code(ProbePage.OVER, MEMBER);

        for (String code : List.of(ended, closed, over)) {
            HttpResponse<String> page = post("/svar", "code", code);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Der er ikke mere at svare på. Du skal ikke gøre mere.")
                    .doesNotContain("Koden virker ikke", "Send mit svar");
            assertThat(post("/svar/send", "code", code, "14", "yes", "food", "all")
                            .body())
                    .contains("Der er lukket for svar, så dit kom ikke med.");
        }
        assertThat(probe.answers).doesNotContainKey(held());
        // a link that has ended is made anew when somebody is asked again, with another address
        assertThat(code(subject, MEMBER)).isNotEqualTo(ended);
    }

    @Test
    void everyCodeThatIsNoLongerGoodGetsTheSameAnswer() {
        String renewed = code(subject + "-2", MEMBER);
        links.renew("one", ProbePage.PURPOSE, subject + "-2", MEMBER);
        String purpose = codeOf(links.url("one", links.of("one", "nothing-here", subject, MEMBER))
                .orElseThrow());
        String live = code(subject + "-5", MEMBER);
        String altered = (live.charAt(0) == 'A' ? 'B' : 'A') + live.substring(1);
        String otherMac = live.substring(0, 60) + (live.charAt(60) == 'A' ? 'B' : 'A') + live.substring(61);

        HttpResponse<String> nonsense = post("/svar", "code", "nonsense");
        assertThat(nonsense.statusCode()).isEqualTo(404);
        for (String code : List.of(renewed, purpose, altered, otherMac, "", random())) {
            for (String path : List.of("/svar", "/svar/send", "/svar/fil")) {
                HttpResponse<String> answer = post(path, "code", code, "14", "yes", "food", "all");
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(nonsense.body());
            }
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(post("/svar", "code", live).statusCode()).isEqualTo(200);
    }

    @Test
    void aLeaversLinkDiesWithHerPost() {
        String leaver = "leaver-" + UUID.randomUUID();
        register.add(
                "one",
                new NewPerson(
                        leaver, "Lis Rejst", "lis@klynge.example", List.of(Post.MEMBER, Post.AUDITOR), null, null));
        String code = code(subject, leaver);
        String linkId = links.of("one", ProbePage.PURPOSE, subject, leaver);
        assertThat(post("/svar", "code", code).statusCode()).isEqualTo(200);

        register.end("one", leaver, Post.MEMBER);
        assertThat(post("/svar", "code", code).statusCode()).isEqualTo(404);
        assertThat(links.url("one", linkId)).isEmpty();
        assertThat(links.url("two", links.of("one", ProbePage.PURPOSE, subject, MEMBER)))
                .isEmpty();
    }

    @Test
    void guessersAreSlowedDownAndTheTrueHolderInTheSameHouseIsNot() {
        String code = code(subject, MEMBER);
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(post("/svar", "code", random()).statusCode());
        }
        assertThat(answers).contains(404).endsWith(429, 429, 429);
        assertThat(answers.indexOf(429)).isBetween(25, 40);

        HttpResponse<String> limited = post("/svar", "code", random());
        assertThat(limited.body()).contains("Vent et minut");
        assertThat(post("/svar", "code", code).statusCode()).isEqualTo(200);
        assertThat(post("/svar/send", "code", code, "14", "yes", "food", "all").statusCode())
                .isEqualTo(200);

        clock.advance(Duration.ofMinutes(2));
        assertThat(post("/svar", "code", random()).statusCode()).isEqualTo(404);
    }

    @Test
    void thousandsOfStrangersCodesGetNothingOverHttp() {
        String code = code(subject, MEMBER);
        byte[] good = Base64.getUrlDecoder().decode(code);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good.clone();
            if (i % 3 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            HttpResponse<String> answer =
                    post(i % 2 == 0 ? "/svar" : "/svar/send", "code", encoded(bytes), "14", "yes", "food", "all");
            assertThat(answer.statusCode()).isIn(404, 429);
            assertThat(answer.body()).doesNotContain("Kan du komme?", "Klynge one");
        }
        assertThat(probe.answers).doesNotContainKey(held());
        assertThat(post("/svar", "code", code).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileIsHandedOutOnlyWhereTheScreenOffersIt() {
        byte[] content = "%PDF-1.4 dagsorden".getBytes(StandardCharsets.UTF_8);
        Document offered = documents.store("one", "dagsorden.pdf", content, "one-secretary");
        Document secret = documents.store("one", "bilag.pdf", content, "one-secretary");
        probe.offer(offered.id());
        String code = code(subject, MEMBER);

        HttpResponse<String> file = post("/svar/fil", "code", code, "document", offered.id());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("%PDF-1.4 dagsorden");
        assertThat(header(file, "Content-Disposition")).startsWith("attachment").contains("dagsorden.pdf");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Content-Security-Policy")).contains("sandbox");
        assertThat(post("/svar/fil", "code", code, "document", secret.id()).statusCode())
                .isEqualTo(404);
        assertThat(post("/svar/fil", "code", random(), "document", offered.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUploadIsKeptWhenSomethingElseIsWrongAndNobodyHandsInWhatIsNotHers() {
        String code = code(subject, MEMBER);
        Document foreign = documents.store("one", "andens.pdf", pdf(), "one-board");

        post("/svar/send", "code", code, "14", "yes", "food", "all", "slides", foreign.id());
        assertThat(probe.answers.get(held())).doesNotContainKey("slides");

        HttpResponse<String> first = upload(code, "", "slides.pdf", pdf());
        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(first.body()).contains("Vælg et svar.", "Vedhæftet: <strong>slides.pdf</strong>");
        String kept = first.body().replaceAll("(?s).*name=\"slides\" value=\"([^\"]+)\".*", "$1");
        post("/svar/send", "code", code, "14", "no", "food", "all", "slides", kept);
        assertThat(probe.answers.get(held())).containsEntry("slides", List.of(kept));

        HttpResponse<String> wrong = upload(code, "no", "slides.exe", "MZ...".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("hverken en PDF eller et billede");
    }

    @Test
    void soManyFilesADayAndNoMore() {
        String code = code(subject, MEMBER);
        for (int i = 0; i < 20; i++) {
            assertThat(upload(code, "", "bilag.pdf", pdf()).statusCode()).isEqualTo(400);
        }

        HttpResponse<String> oneMore = upload(code, "yes", "bilag.pdf", pdf());

        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(oneMore.body()).contains("at der ikke er plads til flere. Prøv igen i morgen");
        assertThat(upload(code(subject, "one-board"), "yes", "bilag.pdf", pdf()).statusCode())
                .as("another one's link")
                .isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(upload(code, "yes", "bilag.pdf", pdf()).statusCode()).isEqualTo(200);
    }

    @Test
    void soManyBytesADayAndNoMore() {
        Link link = links.open(code(subject, MEMBER)).orElseThrow();
        for (int i = 0; i < 5; i++) {
            assertThat(uploads.take(link, 10L * 1024 * 1024)).isTrue();
        }
        assertThat(uploads.take(link, 1)).isFalse();
    }

    @Test
    void linksOfPeopleWhoHaveLeftAndOfMattersLongPastEndAtNight() {
        String leaver = code(subject, MEMBER);
        String supplier = code(subject, "supplier:7");
        jdbc.sql("update klyngeflow.role_holder set until_day = :today where person_id = :person and until_day is null")
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("person", MEMBER)
                .update();
        try {
            night.forget(matters);
            assertThat(isEnded(MEMBER)).isTrue();
            assertThat(isEnded("supplier:7")).isFalse();
        } finally {
            jdbc.sql("update klyngeflow.role_holder set until_day = null where person_id = :person")
                    .param("person", MEMBER)
                    .update();
        }
        assertThat(post("/svar", "code", leaver).statusCode())
                .as("also when she comes back")
                .isEqualTo(404);
        assertThat(post("/svar", "code", supplier).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofDays(370));
        night.forget(matters);
        assertThat(isEnded("supplier:7")).isTrue();
    }

    private boolean isEnded(String holder) {
        return jdbc.sql(
                                "select count(*) from klyngeflow.link where subject = :subject and holder = :holder and ended_at is null")
                        .param("subject", subject)
                        .param("holder", holder)
                        .query(Long.class)
                        .single()
                == 0;
    }

    private HttpResponse<String> upload(String code, String answer, String fileName, byte[] content) {
        String boundary = "boundary-" + UUID.randomUUID();
        String body = field(boundary, "code", code)
                + field(boundary, "14", answer)
                + field(boundary, "food", "all")
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"slides\"; filename=\"" + fileName
                + "\"\r\n\r\n" + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--" + boundary + "--\r\n";
        return send(request("/svar/send")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    }

    private static String field(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Held held() {
        return new Held("one", subject, MEMBER);
    }

    private String code(String of, String holder) {
        String id = links.of("one", ProbePage.PURPOSE, of, holder);
        return links.url("one", id).map(LinksTest::codeOf).orElseGet(LinksTest::random);
    }

    private static String codeOf(String url) {
        return url.substring(url.indexOf('#') + 1);
    }

    private static String random() {
        byte[] bytes = new byte[48];
        new Random().nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from klyngeflow.link order by link_id")
                .query()
                .listOfRows();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String... namesAndValues) {
        return send(client, form(path, namesAndValues));
    }

    private HttpResponse<String> plainly(String path, String... namesAndValues) {
        return send(plain, form(path, namesAndValues));
    }

    private HttpRequest.Builder form(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                // what a browser says of a form on a page with no-referrer
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                // as the proxy in front tells who called: each test guesses from a house of its own
                .header("X-Forwarded-For", address)
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(client, request);
    }

    private static HttpResponse<String> send(HttpClient by, HttpRequest.Builder request) {
        try {
            return by.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
