package dk.klyngeflow.contactbook;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.inbox.InboxWorld;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contact book over HTTP: kept by hand, from files, and by what is written. */
@KlyngeflowTest
class ContactBookTest {

    private static final String CLUSTER = InboxWorld.CLUSTER;
    private static final String PATH = "/kontakter/" + CLUSTER;
    private static final Map<String, String> ANNA = Map.of(
            "slags", "DEPARTMENT",
            "navn", "Anna Holm",
            "rolle", "Overlæge",
            "organisation", "Lungeafdelingen",
            "telefon", "+45 98 00 00 01",
            "mail", "anna@sygehus.example",
            "note", "=HYPERLINK(\"x\")\nHolder gerne oplæg");

    @LocalServerPort
    int port;

    @Autowired
    InboxWorld world;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactRetention retention;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private Browser admin = Browser.anonymous(0);

    @BeforeEach
    void anEmptyBook() {
        world.begin();
        jdbc.sql("delete from klyngeflow.contact where cluster_id = ?")
                .param(CLUSTER)
                .update();
        admin = Browser.loggedIn(port, "admin", "admin");
    }

    @Test
    void isKeptByHand() {
        assertThat(post("/ny", ANNA).statusCode()).isEqualTo(302);
        assertThat(admin.get(PATH).body()).contains("Anna Holm", "Lungeafdelingen", "ingen gennem klyngens postkasse");
        assertThat(admin.get(PATH + "?q=lunge+anna").body()).contains("anna@sygehus.example");
        assertThat(admin.get(PATH + "?q=kommune").body())
                .doesNotContain("anna@sygehus.example")
                .contains("0 af 1");
        assertThat(admin.get(PATH + "?slags=MUNICIPALITY").body()).doesNotContain("anna@sygehus.example");
        assertThat(post("/ny", ANNA).body()).contains("står i kontaktbogen i forvejen");
        String id = only().contactId();
        Map<String, String> other = new java.util.HashMap<>(ANNA);
        other.put("rolle", "Ledende overlæge");
        assertThat(post("/" + id, other).statusCode()).isEqualTo(302);
        assertThat(only().who().role()).isEqualTo("Ledende overlæge");
        assertThat(post("/" + id + "/fjern", Map.of()).statusCode()).isEqualTo(302);
        assertThat(contacts.of(CLUSTER)).isEmpty();
        // a second click
        assertThat(post("/" + id + "/fjern", Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get(PATH + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        HttpResponse<String> answer = post(
                "/ny",
                Map.of(
                        "navn",
                        "",
                        "mail",
                        "ingen",
                        "telefon",
                        "ring <b>",
                        "note",
                        "om 010190-1234",
                        "organisation",
                        "Her"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "Vælg, hvad det er",
                        "Navnet mangler",
                        "Mailadressen er ikke",
                        "Telefonnummeret må",
                        "CPR",
                        "value=\"Her\"");
        assertThat(contacts.of(CLUSTER)).isEmpty();
    }

    @Test
    void goesOutAndComesBackAsCardsAndAsTable() {
        post("/ny", ANNA);
        String cards = admin.get(PATH + "/kontakter.vcf").body();
        assertThat(cards).contains("BEGIN:VCARD", "VERSION:3.0", "FN:Anna Holm", "CATEGORIES:Hospitalsafdeling");
        String table = admin.get(PATH + "/kontakter.csv").body();
        assertThat(table).startsWith("\uFEFF\"Slags\";\"Navn\"").contains("\"'=HYPERLINK", "\"'+45 98");
        Contact before = only();
        for (String file : List.of(cards, table)) {
            jdbc.sql("delete from klyngeflow.contact where cluster_id = ?")
                    .param(CLUSTER)
                    .update();
            assertThat(imported(file, false).body()).contains("Tilføjes", "Anna Holm, Lungeafdelingen");
            assertThat(contacts.of(CLUSTER)).as("only looked at").isEmpty();
            assertThat(imported(file, true).statusCode()).isEqualTo(302);
            assertThat(only().who()).isEqualTo(before.who());
            assertThat(only().reach()).isEqualTo(before.reach());
            assertThat(only().kind()).isEqualTo(before.kind());
            assertThat(only().note()).startsWith("=HYPERLINK");
        }
    }

    @Test
    void isFilledFromATableAndSaysLineByLineWhatItDoes() {
        post("/ny", ANNA);
        String table = "Navn;Rolle;Organisation;Mail;Slags;Ukendt\r\n"
                + "Anna Holm;Chef;Lungeafdelingen;anna@sygehus.example;Hospitalsafdeling;x\r\n"
                + "Per Søe;;Kommunen;per@kommune.example;kommune;\r\n"
                + ";;Uden navn;;;\r\n"
                + "Bo;;CPR 010190-1234;;;\r\n"
                + "Per Søe;;kommunen;;;\r\n";
        byte[] windows = table.getBytes(java.nio.charset.Charset.forName("windows-1252"));
        String preview = imported(windows, false).body();
        assertThat(preview)
                .contains(
                        "Linje 2",
                        "Rettes",
                        "Linje 3",
                        "Tilføjes",
                        "Per Søe, Kommunen",
                        "Navnet mangler",
                        "CPR",
                        "står to gange")
                .doesNotContain("010190");
        imported(windows, true);
        assertThat(contacts.of(CLUSTER)).extracting(Contact::name).containsExactly("Anna Holm", "Per Søe");
        assertThat(contacts.of(CLUSTER).get(1).kind()).isEqualTo(ContactKind.MUNICIPALITY);
        assertThat(contacts.of(CLUSTER).get(0).who().role()).isEqualTo("Chef");
        assertThat(contacts.of(CLUSTER).get(0).reach().phone())
                .as("what a file leaves empty stays")
                .isEqualTo("+45 98 00 00 01");
        assertThat(imported(windows, true).headers().firstValue("Location")).isPresent();
    }

    /** What is there already takes no room: a full book goes out and comes back. */
    @Test
    void countsOnlyWhatIsNew() {
        StringBuilder table = new StringBuilder("Navn;Organisation;Mail;Slags\r\n");
        for (int i = 0; i < 1_200; i++) {
            table.append("Person ").append(i).append(";Stedet;p").append(i).append("@sted.example;kommune\r\n");
        }
        jdbc.sql("""
                        insert into klyngeflow.contact (contact_id, cluster_id, kind, name, organisation, mail, kept_at)
                        select :cluster || n, :cluster, 'MUNICIPALITY', 'Person ' || n, 'Stedet', 'p' || n || '@sted.example', now()
                        from generate_series(0, 1199) n""").param("cluster", CLUSTER).update();
        String more = table + "Ny Person;Stedet;ny@sted.example;kommune\r\n";
        assertThat(imported(more, false).body()).contains("Ny Person", "Er der i forvejen");
        imported(more, true);
        assertThat(contacts.of(CLUSTER)).hasSize(1_201);
        jdbc.sql("""
                        insert into klyngeflow.contact (contact_id, cluster_id, kind, name, organisation, mail, kept_at)
                        select :cluster || n, :cluster, 'MUNICIPALITY', 'Person ' || n, 'Stedet', 'p' || n || '@sted.example', now()
                        from generate_series(1300, 2098) n""").param("cluster", CLUSTER).update();
        assertThat(imported("Navn\r\nEn til\r\n", false).body()).contains("Bogen har plads til 2000 kontakter");
    }

    @Test
    void aLongNoteOfACardIsCutAsThatOfATable() {
        String card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Holm\r\nNOTE:" + "Ord ".repeat(600) + "\r\nEND:VCARD\r\n";
        String table = "Navn;Note\r\nBo Holm;" + "Ord ".repeat(600) + "\r\n";
        for (String file : List.of(card, table)) {
            imported(file, true);
        }
        assertThat(contacts.of(CLUSTER))
                .hasSize(2)
                .allSatisfy(contact -> assertThat(contact.note())
                        .hasSizeLessThanOrEqualTo(1_000)
                        .endsWith("Ord…"));
    }

    @Test
    void refusesAFileWithNobodyInIt() {
        assertThat(imported("noget;andet\r\n1;2\r\n", false).body()).contains("ingen kontakter");
        assertThat(imported("BEGIN:VCARD\r\nEND:VCARD\r\n", false).statusCode()).isLessThan(500);
        assertThat(imported(new byte[] {0, 1, 2, (byte) 0xff}, false).statusCode())
                .isEqualTo(400);
    }

    @Test
    void notesByItselfWhoWroteLast() {
        post("/ny", ANNA);
        outbox.enqueue(Mail.of(
                CLUSTER,
                "test-note",
                "contact-1",
                Recipient.address("Anna@Sygehus.example", "Anna"),
                Map.of("note", "hej", "number", "1"),
                null));
        assertThat(only().lastContact()).endsWith("klyngen skrev");
        world.deliver(("From: Anna <anna@sygehus.example>\r\nTo: " + InboxWorld.ADDRESS
                        + "\r\nSubject: Hej\r\nMessage-ID: <a@b.example>\r\n\r\nHej\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        world.read();
        assertThat(only().lastContact()).endsWith("skrev til klyngen");
        retention.forget(Objects.requireNonNull(only().lastAt()).minus(Duration.ofDays(1)));
        assertThat(contacts.of(CLUSTER)).hasSize(1);
        retention.forget(Objects.requireNonNull(only().lastAt()).plus(Duration.ofDays(1)));
        assertThat(contacts.of(CLUSTER)).isEmpty();
    }

    private Contact only() {
        assertThat(contacts.of(CLUSTER)).hasSize(1);
        return contacts.of(CLUSTER).get(0);
    }

    private HttpResponse<String> imported(String file, boolean isConfirmed) {
        return imported(file.getBytes(StandardCharsets.UTF_8), isConfirmed);
    }

    /** As the page sends back what it has looked at. */
    private HttpResponse<String> imported(byte[] file, boolean isConfirmed) {
        Map<String, String> form = new java.util.HashMap<>(
                Map.of("slags", "OTHER", "indhold", Base64.getEncoder().encodeToString(file)));
        if (isConfirmed) {
            form.put("bekraeft", "ja");
        }
        return post("/indlaes", form);
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body = Browser.form(form);
        String token = Browser.token(admin.get(PATH + "/ny").body());
        return admin.submit(PATH + path, body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
