package dk.klyngeflow.bankstatements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements as another program sends them. */
@KlyngeflowTest
class BankStatementRoutesTest {

    private static final List<String> NORD = List.of(BankFiles.DANSKE, BankFiles.NORDEA, BankFiles.CAMT);

    @LocalServerPort
    int port;

    @Autowired
    NordBooks nord;

    @Autowired
    BankStatements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    String cluster = "";

    @BeforeEach
    void open() {
        clock.reset();
        cluster = nord.open();
    }

    @Test
    void aStatementIsTakenInOnce() {
        HttpResponse<String> answer = post("secretary", "", BankFiles.DANSKE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode told = json(answer);
        assertThat(told.get("id").textValue()).isNotEmpty();
        assertThat(told.get("profile").textValue()).isEqualTo("danske-bank");
        assertThat(told.get("problems")).isEmpty();
        JsonNode statement = told.get("statements").get(0);
        assertThat(statement.get("openingOere").longValue()).isEqualTo(4125075);
        assertThat(statement.get("closingOere").longValue()).isEqualTo(15599669);
        assertThat(statement.get("from").textValue()).isEqualTo("2026-01-05");
        assertThat(statement.get("to").textValue()).isEqualTo("2026-12-31");
        assertThat(statement.get("lines")).hasSize(11);
        JsonNode line = statement.get("lines").get(0);
        assertThat(line.get("line").intValue()).isEqualTo(13);
        assertThat(line.get("day").textValue()).isEqualTo("2026-01-05");
        assertThat(line.get("amountOere").longValue()).isEqualTo(-325000);
        assertThat(line.get("text").textValue()).contains("Lokalhuset");
        assertThat(line.get("status").textValue()).isEqualTo("OPEN");
        assertThat(line.has("match")).isTrue();

        HttpResponse<String> again = post("secretary", "", BankFiles.DANSKE);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("message").textValue()).contains("læst ind før");
        assertThat(json(again).get("statements").get(0).get("lines"))
                .hasSize(11)
                .allMatch(each -> each.get("status").textValue().equals("KNOWN"));
        assertThat(kept()).isEqualTo(11);
    }

    /** The account is written in three ways and the texts differ: it is one year all the same. */
    @Test
    void anyOfTheThreeAfterAnyOtherAddsNothing() {
        for (String first : NORD) {
            cluster = nord.open();
            assertThat(post("treasurer", "", first).statusCode()).as(first).isEqualTo(201);
            for (String second : NORD) {
                HttpResponse<String> answer = post("secretary", "", second);
                assertThat(answer.statusCode())
                        .as(first + " " + second + answer.body())
                        // only camt.053 says that nothing happened on the first days of January
                        .isEqualTo(second.equals(BankFiles.CAMT) && !first.equals(BankFiles.CAMT) ? 201 : 409);
            }
            assertThat(kept()).isEqualTo(11);
        }
    }

    /** The same file once more, with the period that was chosen: its lines are known, its days were not. */
    @Test
    void aPeriodThatIsSaidAfterwardsIsTakenInOnce() {
        byte[] file = "Dato;Tekst;Beløb;Saldo\n16-08-2026;Gebyr;-31,25;968,75\n".getBytes(UTF_8);
        String august = "?from=2026-08-01&to=2026-08-31";
        assertThat(send("secretary", "", file).statusCode()).isEqualTo(201);
        assertThat(send("secretary", "", file).statusCode()).isEqualTo(409);
        HttpResponse<String> answer = send("secretary", august, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).at("/statements/0/to").textValue()).isEqualTo("2026-08-31");
        assertThat(send("secretary", august, file).statusCode()).isEqualTo(409);
        assertThat(kept()).isEqualTo(1);
        assertThat(Browser.loggedIn(port, cluster + "-treasurer", cluster + "-treasurer")
                        .get("/regnskab/" + cluster + "/bank?year=2026")
                        .body())
                .contains("Banken har sagt alt om <span>01.08.2026–31.08.2026.</span>");
    }

    /** By one press, instead of the file once more. */
    @Test
    void whoeverSeesAtTheBankThatNothingMoreHappenedSaysSo() {
        byte[] file = "Dato;Tekst;Beløb;Saldo\n02-07-2026;Gebyr;-31,25;968,75\n16-08-2026;Gebyr;-31,25;937,50\n"
                .getBytes(UTF_8);
        assertThat(send("secretary", "?from=2026-07-01&to=2026-08-16", file).statusCode())
                .isEqualTo(201);
        Browser secretary = Browser.loggedIn(port, cluster + "-secretary", cluster + "-secretary");
        String bank = "/regnskab/" + cluster + "/bank";
        assertThat(secretary.get(bank + "?year=2026").body())
                .contains("Kontoudtoget slutter den 16.08.2026 med 937,50 kr.", "Der skete ikke mere i august");

        String token = Browser.token(secretary.get(bank).body());
        secretary.submit(
                bank + "/indtastet",
                Browser.form(Map.of(
                        "primo",
                        "937,50",
                        "ultimo",
                        "937,50",
                        "fra",
                        "17.08.2026",
                        "til",
                        "31.08.2026",
                        "_csrf",
                        token)));

        assertThat(secretary.get(bank + "?year=2026").body())
                .contains("Banken har sagt alt om <span>01.07.2026–31.08.2026.</span>")
                .doesNotContain("Der skete ikke mere");
    }

    /** Case A7: two equal fees a day, the file again, and one that overlaps with a third. */
    @Test
    void equalLinesAreRealAndAnOverlapAddsOnlyWhatIsNew() {
        String head = "Dato;Tekst;Beløb;Saldo\n";
        String two = "31-12-2026;Gebyr;-31,25;937,50\n31-12-2026;Gebyr;-31,25;968,75\n";
        assertThat(send("secretary", "", (head + two).getBytes(UTF_8)).statusCode())
                .isEqualTo(201);
        assertThat(kept()).isEqualTo(2);
        assertThat(send("secretary", "", (head + two).getBytes(UTF_8)).statusCode())
                .isEqualTo(409);
        assertThat(kept()).isEqualTo(2);
        HttpResponse<String> overlap =
                send("secretary", "", (head + "31-12-2026;Gebyr;-31,25;906,25\n" + two).getBytes(UTF_8));
        assertThat(overlap.statusCode()).isEqualTo(201);
        assertThat(json(overlap).get("statements").get(0).get("lines"))
                .extracting(each -> each.get("status").textValue())
                .containsExactly("KNOWN", "KNOWN", "OPEN");
        assertThat(kept()).isEqualTo(3);
        assertThat(json(send("secretary", "", (head + "05-01-2027;Kaffe;-10,00;500,00\n").getBytes(UTF_8)))
                        .get("problems")
                        .get(0)
                        .get("message")
                        .textValue())
                .contains("Der mangler linjer imellem");
    }

    /** The bank may send two in a day, one after the other: an equal fee in the second is another fee. */
    @Test
    void aSecondFileOfTheSameDayGoesOnWhereTheFirstEnded() {
        String first = camt("S1", "2027-01-04", 100_000, -3_125, -10_000);
        String second = camt("S2", "2027-01-04", 86_875, -3_125);
        String third = camt("S3", "2027-01-05", 83_750, -3_125);
        assertThat(sendCamt(first).statusCode()).isEqualTo(201);
        HttpResponse<String> answer = sendCamt(second);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).get("problems"))
                .as("nothing is missing between them")
                .isEmpty();
        assertThat(kept()).isEqualTo(3);
        for (String again : List.of(first, second)) {
            assertThat(sendCamt(again).statusCode()).isEqualTo(409);
        }
        assertThat(kept()).isEqualTo(3);
        assertThat(sendCamt(third).statusCode()).isEqualTo(201);
        assertThat(kept()).isEqualTo(4);
        for (String again : List.of(first, second, third)) {
            assertThat(sendCamt(again).statusCode()).isEqualTo(409);
        }

        cluster = nord.open();
        String both = first.replace(
                "</Stmt>", "</Stmt>" + second.substring(second.indexOf("<Stmt>"), second.indexOf("</BkToCstmrStmt>")));
        HttpResponse<String> inOneFile = sendCamt(both);
        assertThat(inOneFile.statusCode()).as(inOneFile.body()).isEqualTo(201);
        assertThat(json(inOneFile).get("problems")).isEmpty();
        assertThat(kept()).isEqualTo(3);
    }

    /** Three of a day, of which each begins where another ends, with equal fees: each order keeps the same. */
    @Test
    void filesOfOneDayMayBeReadInAnyOrder() {
        String first = camt("S1", "2027-01-04", 100_000, -3_125, -10_000);
        String second = camt("S2", "2027-01-04", 86_875, -3_125, 50_000);
        String third = camt("S3", "2027-01-04", 133_750, -3_125, -10_000);
        String next = camt("S4", "2027-01-05", 120_625, -3_125);
        for (List<String> order : List.of(
                List.of(second, first, third),
                List.of(third, first, second),
                List.of(third, second, first),
                List.of(second, third, first),
                List.of(first, third, second))) {
            cluster = nord.open();
            for (String file : order) {
                HttpResponse<String> answer = sendCamt(file);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                assertThat(sendCamt(file).statusCode()).as("again").isEqualTo(409);
            }
            assertThat(statements.lines(cluster, "5800"))
                    .extracting(BankLine::balanceOere)
                    .containsExactly(96_875L, 86_875L, 83_750L, 133_750L, 130_625L, 120_625L);
            for (String again : order) {
                assertThat(sendCamt(again).statusCode()).isEqualTo(409);
            }
            assertThat(json(sendCamt(next)).get("problems"))
                    .as("the day ends with what the bank said last")
                    .isEmpty();
        }
    }

    /** A file that was fetched at noon, the one of the afternoon before it, and the whole day once more. */
    @Test
    void theWholeDayAfterItsPartsAddsWhatIsMissing() {
        String head = "Dato;Tekst;Beløb;Saldo\n";
        String morning = "04-01-2027;Gebyr;-31,25;968,75\n";
        String noon = "04-01-2027;Kaffe;-31,25;937,50\n";
        String afternoon = "04-01-2027;Leje;-31,25;906,25\n";
        assertThat(send("secretary", "", (head + afternoon).getBytes(UTF_8)).statusCode())
                .isEqualTo(201);
        assertThat(send("secretary", "", (head + noon + morning).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send("secretary", "", (head + afternoon + noon + morning).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(409);
        assertThat(statements.lines(cluster, "5800"))
                .extracting(BankLine::text)
                .containsExactly("Gebyr", "Kaffe", "Leje");

        cluster = nord.open();
        send("secretary", "", (head + noon).getBytes(UTF_8));
        assertThat(send("secretary", "", (head + afternoon + noon + morning).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(201);
        assertThat(statements.lines(cluster, "5800"))
                .extracting(BankLine::text)
                .containsExactly("Gebyr", "Kaffe", "Leje");
    }

    /** Another format may tell the lines of a day in another order: they are the same. */
    @Test
    void aDayThatIsToldInAnotherOrderAddsNothing() {
        sendCamt(camt("S1", "2027-01-04", 100_000, -3_125, -10_000, 20_000));
        assertThat(sendCamt(camt("S2", "2027-01-04", 100_000, -10_000, 20_000, -3_125))
                        .statusCode())
                .isEqualTo(409);
        sendCamt(camt("S3", "2027-01-05", 106_875, 5_000, -5_000));
        assertThat(sendCamt(camt("S4", "2027-01-05", 106_875, -5_000, 5_000)).statusCode())
                .isEqualTo(409);
        assertThat(kept()).isEqualTo(5);
    }

    @Test
    void aFileWithNothingNewButLinesOfALockedYearSaysSo() {
        post("secretary", "", BankFiles.DANSKE);
        jdbc.sql("""
                        insert into klyngeflow.accounting_year as y (cluster_id, year, locked_by, locked_at, locked_without, draft)
                        values (:cluster, 2026, 'x', now(), 'Prøve', 1) on conflict (cluster_id, year) do update
                          set locked_by = 'x', locked_at = now(), locked_without = 'Prøve', draft = 1""").param("cluster", cluster).update();
        byte[] late = ("Dato;Tekst;Beløb;Saldo\n30-12-2026;Glemt gebyr;-12,50;100,00\n").getBytes(UTF_8);
        HttpResponse<String> answer = send("secretary", "", late);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("message").textValue())
                .contains("2026")
                .contains("låst")
                .doesNotContain("læst ind før");
        assertThat(json(answer).at("/statements/0/lines/0/status").textValue()).isEqualTo("LOCKED");
        assertThat(json(post("secretary", "", BankFiles.DANSKE)).get("message").textValue())
                .as("where really all was read before")
                .contains("læst ind før");
    }

    private HttpResponse<String> sendCamt(String file) {
        return NordBooks.upload(
                NordBooks.browser(port, cluster, "secretary"), path(), "udtog.xml", file.getBytes(UTF_8));
    }

    private static String camt(String id, String day, long opening, long... amounts) {
        StringBuilder entries = new StringBuilder();
        long balance = opening;
        for (long amount : amounts) {
            balance += amount;
            entries.append("""
                    <Ntry><Amt Ccy="DKK">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt>
                    <AddtlNtryInf>Gebyr</AddtlNtryInf></Ntry>
                    """.formatted(kroner(amount), amount < 0 ? "DBIT" : "CRDT", day));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>%s</MsgId></GrpHdr>
                <Stmt><Id>%s</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="DKK">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="DKK">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                %s</Stmt></BkToCstmrStmt></Document>
                """.formatted(id, id, BankFiles.IBAN, kroner(opening), day, kroner(balance), day, entries);
    }

    private static String kroner(long oere) {
        return Math.abs(oere) / 100 + "." + String.format("%02d", Math.abs(oere) % 100);
    }

    /** Case A10, the bank's half: what waits in December is booked once, in January. */
    @Test
    void whatWaitsIsNoLineUntilItIsBooked() {
        post("secretary", "", BankFiles.DANSKE);
        String january = "\"Dato\";\"Tekst\";\"Beløb\";\"Saldo\";\"Status\";\"Afstemt\"\n"
                + "\"04.01.2027\";\"Overførsel Datahuset \\\"501\\\"\";\"-3.000,00\";\"152.996,69\";\"Udført\";\"Nej\"\n";
        HttpResponse<String> answer = send("secretary", "", january.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).get("problems")).isEmpty();
        assertThat(json(answer).at("/statements/0/lines/0/text").textValue()).isEqualTo("Overførsel Datahuset \"501\"");
        assertThat(kept()).isEqualTo(12);
    }

    @Test
    void aPreviewKeepsNothingAndSaysWhatIsForeign() {
        HttpResponse<String> own = post("secretary", "?preview=true", BankFiles.CAMT);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(json(own).get("statements").get(0).get("lines")).hasSize(11);
        byte[] foreign = new String(BankFiles.bytes(BankFiles.CAMT), UTF_8)
                .replace(BankFiles.IBAN, "DK9520000123456789")
                .getBytes(UTF_8);
        HttpResponse<String> preview = send("secretary", "?preview=true", foreign);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(json(preview).get("problems").get(0).get("message").textValue())
                .contains("klyngens egen");
        assertThat(send("secretary", "", foreign).statusCode()).isEqualTo(422);
        byte[] several = ("Dato;Tekst;Beløb;Saldo;Afstemt;Kontonummer;Kontonavn;Hovedkategori;Kategori;Kommentar\n"
                        + "02.01.2026;a;1,00;1,00;;5331123456;x;;;\n01.01.2026;b;2,00;2,00;;5331999999;y;;;\n")
                .getBytes(UTF_8);
        assertThat(json(send("secretary", "?preview=true", several))
                        .get("problems")
                        .toString())
                .contains("flere konti");
        assertThat(send("secretary", "", several).statusCode()).isEqualTo(422);
        byte[] euro = new String(BankFiles.bytes(BankFiles.CAMT), UTF_8)
                .replace("\"DKK\"", "\"EUR\"")
                .getBytes(UTF_8);
        assertThat(send("secretary", "?preview=true", euro).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send("secretary", "", euro);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("message").textValue()).contains("EUR");
        assertThat(kept()).isZero();
    }

    @Test
    void theFileOfMicrosoftIsTakenInWithItsProblem() {
        HttpResponse<String> answer = post("secretary", "?profile=nordea-erhverv", BankFiles.ERHVERV);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).at("/problems/0/line").intValue()).isEqualTo(7);
    }

    @Test
    void whatCannotBeRightIsRefusedWhole() {
        for (String query : List.of("", "?preview=true")) {
            HttpResponse<String> answer = post("secretary", query, BankFiles.FOREIGN);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(json(answer).get("message").textValue()).contains("intet er gemt");
        }
        HttpResponse<String> unknown = post("secretary", "?profile=x", BankFiles.DANSKE);
        assertThat(unknown.statusCode()).isEqualTo(422);
        byte[] differing = new String(BankFiles.bytes(BankFiles.CAMT), UTF_8)
                .replace("155996.69", "155991.69")
                .getBytes(UTF_8);
        assertThat(json(send("secretary", "", differing)).get("differenceOere").longValue())
                .isEqualTo(500);
        Random random = new Random(7);
        byte[] noise = new byte[60_000];
        random.nextBytes(noise);
        assertThat(send("secretary", "", noise).statusCode()).isEqualTo(422);
        byte[] large = new byte[9_000_000];
        Arrays.fill(large, (byte) 'a');
        assertThat(send("secretary", "", large).statusCode()).isEqualTo(422);
        assertThat(kept()).isZero();
        assertThat(statements.all(cluster)).isEmpty();
    }

    @Test
    void whoPostsReadsInAndTheOthersLookOrDoNot() {
        for (String role : List.of("coordinator", "auditor", "member")) {
            assertThat(post(role, "", BankFiles.DANSKE).statusCode()).as(role).isEqualTo(403);
        }
        String other = nord.open();
        Browser foreigner = NordBooks.browser(port, other, "secretary");
        assertThat(NordBooks.upload(foreigner, path(), "x.csv", BankFiles.bytes(BankFiles.DANSKE))
                        .statusCode())
                .isIn(403, 404);
        assertThat(NordBooks.upload(Browser.anonymous(port), path(), "x.csv", BankFiles.bytes(BankFiles.DANSKE))
                        .statusCode())
                .isIn(401, 403);
        assertThat(kept()).isZero();
        for (String role : List.of("secretary", "treasurer", "coordinator", "auditor")) {
            assertThat(NordBooks.browser(port, cluster, role).get(path()).statusCode())
                    .as(role)
                    .isEqualTo(200);
        }
        assertThat(NordBooks.browser(port, cluster, "member").get(path()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void twoAtOnceTakeItInOnce() throws InterruptedException {
        List<Thread> both = List.of(
                new Thread(() -> post("secretary", "", BankFiles.DANSKE)),
                new Thread(() -> post("treasurer", "", BankFiles.CAMT)));
        both.forEach(Thread::start);
        for (Thread each : both) {
            each.join();
        }
        assertThat(kept()).isEqualTo(11);
    }

    @Test
    void linesNeverChangeAndAreForgottenWithTheirYear() {
        post("secretary", "", BankFiles.DANSKE);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> jdbc.sql("update klyngeflow.bank_line set amount_oere = 1 where cluster_id = :cluster")
                                .param("cluster", cluster)
                                .update()))
                .hasMessageContaining("never changed");
        statements.forget(2025);
        assertThat(kept()).isEqualTo(11);
        statements.forget(2026);
        assertThat(kept()).isZero();
        assertThat(statements.all(cluster)).isEmpty();
    }

    private HttpResponse<String> post(String role, String query, String file) {
        return send(role, query, BankFiles.bytes(file));
    }

    private HttpResponse<String> send(String role, String query, byte[] file) {
        return NordBooks.upload(NordBooks.browser(port, cluster, role), path() + query, "udtog.csv", file);
    }

    private String path() {
        return "/api/clusters/" + cluster + "/bank-statements";
    }

    private int kept() {
        return statements.lines(cluster, "5800").size();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
