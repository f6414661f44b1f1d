package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KlyngeflowTest
class PeopleListPageTest {

    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(bekraeft|version|noegle|fra|udmeld|indhold)\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Practices practices;

    private String cluster = "";
    private Browser secretary = Browser.anonymous(1);

    @BeforeEach
    void open() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        secretary = Browser.loggedIn(port, cluster + "-sekretaer", cluster + "-sekretaer");
    }

    @Test
    void showsLineByLineWhatItWouldChangeAndThenDoesAllOfIt() {
        String file = """
                navn;mail;ydernummer;praksis;patienter;post
                Anne Holm;anne@%1$s.example;980101;;4.300;
                Fie Ødum Bech;fie@%1$s.example;980102;;;
                Hanne Lind;hanne@ny.example;980104;Lægerne Ny;2.000;medlem
                Gert Åby;gert@%1$s.example;980102;;;
                """.formatted(cluster);

        HttpResponse<String> page = upload(file, Map.of());

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(plain(page))
                .contains("Linje 2 Lægerne ved Søen (980101) har 4300 patienter")
                .contains("Linje 3 Fie Ødum skal hedde Fie Ødum Bech")
                .contains("flytter til Åbakkens Læger (980102)")
                .contains("Linje 4 Lægerne Ny (980104) er i klyngen")
                .contains("Hanne Lind bliver medlem")
                .contains("1 linje ændrer intet.")
                .contains("Ikke på listen, men bliver i klyngen: Bent Søe, Dorthe Lund, Erik Bæk.");
        assertThat(practices.find(cluster, "980104")).isEmpty();

        HttpResponse<String> done = upload("", hidden(page));

        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(practices.find(cluster, "980104").orElseThrow().patients()).isEqualTo(2000);
        assertThat(people.called("Hanne Lind", "hanne@ny.example")).isPresent();
        assertThat(people.nameOf(cluster + "-m5")).isEqualTo("Fie Ødum Bech");
        assertThat(practices.byMember(cluster)).containsEntry(cluster + "-m5", "Åbakkens Læger (980102)");
        assertThat(plain(upload(file, Map.of()))).contains("Der er intet at ændre");
    }

    @Test
    void oneWrongLineStopsAllAndEachIsSaid() {
        HttpResponse<String> page = upload("""
                navn;mail;ydernummer
                Hanne Lind;hanne@intet.example;980101
                Ib Dal;ib@ny.example;80101
                Jens 010203-1234;jens@ny.example;980101
                Kaj Eg;intet;980101
                """, Map.of());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(plain(page))
                .contains(
                        "Linje 3: ydernummeret har 5 cifre. Et regneark har måske fjernet nuller foran: skal der stå 080101?")
                .contains("Linje 4: her står noget, der ligner et CPR-nummer")
                .contains("Linje 5: Skriv mailadressen")
                .doesNotContain("010203");
        assertThat(plain(upload("navn;mail;ydernummer\nKaj Eg;intet;980101\n", Map.of())))
                .contains("Linje 2: Skriv mailadressen");
        assertThat(people.called("Hanne Lind", "hanne@intet.example")).isEmpty();
    }

    @Test
    void thoseWhoAreNotOnItLeaveOnlyWhenAsked() {
        String file = "navn;mail;ydernummer\nAnne Holm;anne@%1$s.example;980101\n".formatted(cluster);

        HttpResponse<String> page = upload(file, Map.of("udmeld", "ja"));

        assertThat(plain(page)).contains("Ikke på listen Fie Ødum er ikke i klyngen fra den");
        assertThat(upload("", hidden(page)).statusCode()).isEqualTo(302);
        assertThat(people.holding(cluster, Post.MEMBER))
                .extracting(Person::name)
                .containsExactly("Anne Holm");
        assertThat(people.holding(cluster, Post.SECRETARY)).hasSize(1);
    }

    @Test
    void withoutAFileItSaysSo() {
        assertThat(plain(upload("", Map.of()))).contains("Vælg en fil");
        assertThat(upload("", Map.of("indhold", "%%%")).statusCode()).isEqualTo(400);
    }

    private static Map<String, String> hidden(HttpResponse<String> page) {
        Map<String, String> fields = new LinkedHashMap<>();
        String body = page.body().substring(page.body().indexOf("id=\"virkning\""));
        Matcher found = HIDDEN.matcher(body.substring(0, body.indexOf("</section>")));
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        assertThat(fields).containsKeys("bekraeft", "version", "noegle", "indhold");
        return fields;
    }

    private HttpResponse<String> upload(String file, Map<String, String> fields) {
        String path = "/folk/" + cluster + "/liste";
        String boundary = "klyngeflow-list";
        StringBuilder body = new StringBuilder();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", Browser.token(secretary.get(path).body()));
        all.forEach((name, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\n\r\n" + value + "\r\n"));
        if (!file.isEmpty()) {
            body.append("--" + boundary
                    + "\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"folk.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                    + file + "\r\n");
        }
        return secretary.send(secretary
                .request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body + "--" + boundary + "--\r\n")));
    }

    private static String plain(HttpResponse<String> page) {
        return PeopleTown.text(page.body());
    }
}
