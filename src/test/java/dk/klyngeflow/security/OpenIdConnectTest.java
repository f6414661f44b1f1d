package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dk.klyngeflow.Node;
import dk.klyngeflow.TestParts;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The delivered {@code src/deploy/application-oidc.yml} is enough to log in by OpenID Connect, and lets in only those whom we know. */
class OpenIdConnectTest {

    private static final OpenIdProvider provider = new OpenIdProvider();
    private static final Node node = new Node(
            Path.of("target", "oidc"),
            List.of("-Xmx500m", "-XX:TieredStopAtLevel=1"),
            Map.ofEntries(
                    Map.entry("spring.datasource.url", TestParts.newDatabase()),
                    Map.entry("spring.datasource.username", "postgres"),
                    Map.entry("spring.datasource.password", "postgres"),
                    Map.entry("management.health.mail.enabled", "false"),
                    // the file that is delivered, with the provider of this test in place of the example
                    Map.entry("spring.profiles.include", "oidc"),
                    Map.entry("spring.config.additional-location", "file:src/deploy/"),
                    Map.entry("KLYNGEFLOW_OIDC_SECRET", "hemmelig"),
                    Map.entry("spring.security.oauth2.client.provider.organisation.issuer-uri", provider.issuer())));

    @BeforeAll
    static void start() {
        node.start();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .failFast("the node has ended", () -> !node.isAlive())
                .until(node::isHealthy);
    }

    @AfterAll
    static void stop() {
        node.kill();
        provider.close();
    }

    @Test
    void letsInWhomWeKnowWithTheRolesOfOurOwn() {
        Browser browser = Browser.anonymous(node.port());
        assertThat(browser.get("/login").body()).contains("Log ind med klyngens konto");

        assertThat(location(comeBack(browser, "admin", provider.key()))).doesNotContain("/login");

        assertThat(browser.get("/api/me").body()).contains("\"admin\"");
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void turnsAwayWhomWeDoNotKnow() {
        Browser browser = Browser.anonymous(node.port());

        assertThat(location(comeBack(browser, "fremmed", provider.key()))).endsWith("/login?ukendt");

        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void believesNoTokenThatTheProviderHasNotSigned() throws JOSEException {
        RSAKey another =
                new RSAKeyGenerator(2048).keyID(provider.key().getKeyID()).generate();
        Browser browser = Browser.anonymous(node.port());

        assertThat(location(comeBack(browser, "admin", another))).endsWith("/login?ukendt");

        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void ourOwnLogInGoesOnBesideIt() {
        assertThat(Browser.loggedIn(node.port(), "admin", "admin")
                        .get("/camunda/app/cockpit/default/")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void passwordsAreNobodysMatterHere() {
        Browser browser = Browser.loggedIn(node.port(), "admin", "admin");

        assertThat(browser.get("/login").body()).doesNotContain("Glemt adgangskode");
        for (String page : List.of("/adgangskode", "/glemt-adgangskode")) {
            assertThat(browser.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(browser.send("POST", "/adgangskode/link", null).statusCode()).isBetween(400, 404);
        assertThat(browser.get("/").body()).doesNotContain("/adgangskode");
    }

    /** Goes to the provider, is somebody there, and comes back with a code. */
    private static HttpResponse<String> comeBack(Browser browser, String person, RSAKey signedWith) {
        String there = location(browser.get("/oauth2/authorization/klyngeflow"));
        assertThat(there).startsWith(provider.issuer() + "/authorize?");
        String code = provider.code(person, decoded(parameter(there, "nonce")), signedWith);
        URI back = URI.create(decoded(parameter(there, "redirect_uri")));
        return browser.get(back.getPath() + "?code=" + code + "&state=" + parameter(there, "state"));
    }

    private static String parameter(String url, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        assertThat(matcher.find()).as(name + " in " + url).isTrue();
        return matcher.group(1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
