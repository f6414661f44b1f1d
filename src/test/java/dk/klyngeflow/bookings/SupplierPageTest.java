package dk.klyngeflow.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The directory as coordinator and secretary keep it. */
@KlyngeflowTest
class SupplierPageTest {

    @Autowired
    TwoClusters clusters;

    @Autowired
    Suppliers suppliers;

    @LocalServerPort
    int port;

    private Browser secretary;

    @BeforeEach
    void logIn() {
        clusters.open();
        secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
    }

    @Test
    void theSecretaryAddsCorrectsAndOrders() {
        assertThat(add(
                                "ROOM",
                                Map.of(
                                        "name",
                                        "Fjordhuset",
                                        "mail",
                                        "f@sted.example",
                                        "capacity",
                                        "30",
                                        "active",
                                        "true"))
                        .statusCode())
                .isEqualTo(302);
        add("ROOM", Map.of("name", "Bakkesalen", "own", "true", "active", "true"));
        assertThat(rooms()).containsSubsequence("Fjordhuset", "Bakkesalen");
        Supplier own = room("Bakkesalen");
        assertThat(own.own()).isTrue();
        assertThat(room("Fjordhuset").capacity()).isEqualTo(30);

        post("/steder/one/" + own.supplierId() + "/op", Map.of());
        assertThat(rooms()).containsSubsequence("Bakkesalen", "Fjordhuset");

        post("/steder/one/" + own.supplierId(), Map.of("name", "Bakkesalen <b>", "phone", "98 11 22 33"));
        assertThat(room("Bakkesalen <b>").active()).as("the box is empty").isFalse();
        String page = secretary.get("/steder/one").body();
        assertThat(page)
                .as("nobody can call back")
                .contains("der står intet telefonnummer under mailene", "/indstillinger/one");
        assertThat(page).contains("Bakkesalen &lt;b&gt;", "Spørges ikke", "tel:98112233", "Ret<span");
    }

    @Test
    void whatIsWrongIsSaidInDanish_andNothingTypedIsLost() {
        HttpResponse<String> answer = add(
                "CATERING",
                Map.of(
                        "name",
                        "Madhuset",
                        "mail",
                        "ikke en adresse",
                        "phone",
                        "ring bare",
                        "cvr",
                        "12",
                        "capacity",
                        "mange",
                        "note",
                        "Spørg 010190-1234"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "Mailadressen er ikke skrevet rigtigt.",
                        "Telefonnummeret må kun indeholde tal",
                        "CVR-nummeret skal have 8 cifre.",
                        "Skriv antallet som et helt tal",
                        "ligner et CPR-nummer",
                        "value=\"Madhuset\"",
                        "value=\"ring bare\"");
        assertThat(add("CATERING", Map.of("name", "Madhuset")).body())
                .contains("Skriv en mailadresse eller et telefonnummer");
        assertThat(add("CATERING", Map.of("phone", "98")).body()).contains("Navnet mangler.");
        assertThat(suppliers.of("one", BookingKind.CATERING)).isEmpty();
    }

    @Test
    void twoOfAKindDoNotHaveTheSameName() {
        add("SPEAKER", Map.of("name", "Agnete Mørk", "mail", "a@foredrag.example", "active", "true"));
        assertThat(add("SPEAKER", Map.of("name", "agnete mørk", "mail", "b@foredrag.example"))
                        .body())
                .contains("„agnete mørk“ står på listen i forvejen.");
        Supplier known = suppliers.of("one", BookingKind.SPEAKER).get(0);
        assertThat(post(
                                "/steder/one/" + known.supplierId(),
                                Map.of("name", "Agnete Mørk", "mail", "c@foredrag.example"))
                        .statusCode())
                .as("itself does not count")
                .isEqualTo(302);
    }

    @Test
    void othersAndOtherClustersDoNot() {
        String foreign = suppliers.add(
                "two",
                new Suppliers.Entry(
                        BookingKind.ROOM,
                        "Fremmed",
                        Suppliers.Reach.by("x@sted.example", ""),
                        Suppliers.Terms.UNKNOWN,
                        false,
                        true));
        assertThat(secretary.get("/steder/two").statusCode()).isEqualTo(404);
        assertThat(secretary.get("/steder/one/" + foreign).statusCode()).isEqualTo(404);
        assertThat(withoutToken(secretary.get("/steder/one/" + foreign).body()))
                .as("as one that does not exist")
                .isEqualTo(withoutToken(secretary.get("/steder/one/ukendt").body()));
        assertThat(Browser.loggedIn(port, "one-member", "one-member")
                        .get("/steder/one")
                        .statusCode())
                .isEqualTo(403);
        assertThat(secretary.get("/steder/one/ny?slags=BIL").statusCode()).isEqualTo(404);
        assertThat(Browser.loggedIn(port, "one-coordinator", "one-coordinator")
                        .get("/")
                        .body())
                .contains("/steder/one")
                .doesNotContain("/steder/two");
    }

    private List<String> rooms() {
        return suppliers.of("one").stream()
                .filter(supplier -> supplier.kind() == BookingKind.ROOM)
                .map(Supplier::name)
                .toList();
    }

    private Supplier room(String name) {
        return suppliers.of("one").stream()
                .filter(supplier -> supplier.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> add(String kind, Map<String, String> fields) {
        return post("/steder/one/ny?slags=" + kind, fields);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        String token = Browser.token(secretary.get("/steder/one/ny?slags=ROOM").body());
        String body = Browser.form(fields) + "&_csrf=" + encode(token);
        return secretary.submit(path, body);
    }

    private static String withoutToken(String page) {
        return page.replace(Browser.token(page), "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
