package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open page and the link of its one mail, over HTTP. */
@KlyngeflowTest
class StartClusterPageTest {

    private static final Pattern CODE = Pattern.compile("/svar#([\\w-]{64})");
    private static final AtomicInteger DAYS = new AtomicInteger(30);

    @LocalServerPort
    int port;

    @Autowired
    WrittenMails mails;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Browser anybody = Browser.anonymous(0);
    private final Map<String, String> form = new HashMap<>();
    private String address = "";

    @BeforeEach
    void aDayOfItsOwn() {
        anybody = Browser.anonymous(port);
        clock.advance(Duration.ofDays(DAYS.addAndGet(2)));
        address = "anne" + DAYS.get() + "@start.example";
        form.putAll(Map.of(
                "klynge", "Klynge Åben " + DAYS.get(),
                "region", "Region Syddanmark",
                "ydernummer", "04 12 " + DAYS.get(),
                "praksis", "Lægerne på Torvet",
                "patienter", "3.200",
                "navn", "Anne Holm",
                "mail", address));
    }

    @AfterEach
    void putBack() {
        clock.reset();
    }

    @Test
    void isReadWithoutScriptsAndSendsOneMailThatRepeatsNothing() {
        assertThat(anybody.get("/start-en-klynge").body())
                .contains("<h1>Start en klynge</h1>", "name=\"ydernummer\"")
                .doesNotContain("onclick", "onsubmit");
        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/start-en-klynge?sendt");
        assertThat(purposes()).containsExactly("founding-confirm");
        assertThat(mail()).contains("Start en klynge").doesNotContain("Klynge Åben", "Anne", "Torvet");
    }

    @Test
    void theLinkAsksAndOnlyAChoiceStarts() {
        send();
        String code = code();
        String page = anybody.get("/svar").body();
        String token = Browser.token(page);
        assertThat(post("/svar", "code=" + code, token).body()).contains("Vil du starte en klynge?", "Klynge Åben");
        // a scanner that presses the button has chosen nothing
        assertThat(post("/svar/send", "code=" + code, token).body()).contains("Vælg et svar");
        assertThat(foundings()).isZero();
        assertThat(post("/svar/send", "code=" + code + "&start=ja", token).body())
                .contains("Stiftelsen er i gang");
        assertThat(post("/svar/send", "code=" + code + "&start=ja", token).body())
                .doesNotContain("i gang");
        assertThat(foundings()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        form.put("ydernummer", "4123");
        form.put("klynge", "<script>alert(1)</script>");
        form.put("navn", "Vind på www.lokke.example");
        form.put("mail", "anne@start.example\r\nBcc: alle@start.example");
        form.put("region", "Region Skåne");
        form.put("patienter", "mange");
        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "004123",
                        "Vælg regionen",
                        "Klyngens navn må kun",
                        "Dit navn må kun",
                        "Lægerne på Torvet",
                        "som et helt tal")
                .doesNotContain("<script>alert");
        assertThat(purposes()).isEmpty();
    }

    @Test
    void refusesACprNumberAndNothingAtAll() {
        form.put("navn", "Anne 010203-1234");
        assertThat(send().body()).contains("CPR");
        form.replaceAll((name, value) -> "");
        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).isEqualTo(400);
        form.put("klynge", "K".repeat(5_000));
        assertThat(send().statusCode()).isEqualTo(400);
    }

    @Test
    void aMachineThatFillsInEverythingIsThankedAndSendsNothing() {
        form.put("hjemmeside", "https://spam.example");
        assertThat(send().statusCode()).isEqualTo(302);
        assertThat(purposes()).isEmpty();
    }

    @Test
    void aDoubleClickIsOneMail_andANetworkHasSoManyADay() {
        send();
        send();
        assertThat(purposes()).hasSize(1);
        int refused = 0;
        for (int i = 0; i < 8; i++) {
            form.put("mail", "x" + i + address);
            refused += send().statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    private HttpResponse<String> send() {
        String token = Browser.token(anybody.get("/start-en-klynge").body());
        String body = Browser.form(form);
        return post("/start-en-klynge", body, token);
    }

    private HttpResponse<String> post(String path, String body, String token) {
        return anybody.submit(path, body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private List<String> purposes() {
        return jdbc.sql("select purpose from klyngeflow.mail_outbox where recipient_address = ?")
                .param(address)
                .query(String.class)
                .list();
    }

    private String mail() {
        List<String> all = mails.texts("klyngeflow", "founding-confirm", "");
        return all.get(all.size() - 1);
    }

    private String code() {
        Matcher matcher = CODE.matcher(mail());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private int foundings() {
        return jdbc.sql("select count(*) from klyngeflow.cluster where name = ?")
                .param(form.get("klynge"))
                .query(Integer.class)
                .single();
    }
}
