package dk.klyngeflow.bankstatements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each of the real files is looked at first and then sent: both say the same, line for line, and only the second keeps it. */
@KlyngeflowTest
class EveryBankFileTest {

    @LocalServerPort
    int port;

    @Autowired
    NordBooks nord;

    @Autowired
    BankStatements statements;

    @Autowired
    TestClock clock;

    String cluster = "";

    @BeforeEach
    void open() {
        clock.reset();
        cluster = nord.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {BankFiles.DANSKE, BankFiles.NORDEA, BankFiles.CAMT})
    void saysTheYearOfNord(String file) throws IOException {
        JsonNode expected = BankFiles.expected();
        for (boolean isPreview : new boolean[] {true, false}) {
            HttpResponse<String> answer = post(file, isPreview);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(isPreview ? 200 : 201);
            JsonNode told = json(answer);
            assertThat(told.get("problems")).isEmpty();
            assertThat(told.get("statements")).hasSize(1);
            JsonNode statement = told.get("statements").get(0);
            assertThat(statement.get("currency").textValue()).isEqualTo("DKK");
            assertThat(statement.get("openingOere")).isEqualTo(expected.get("opening"));
            assertThat(statement.get("closingOere")).isEqualTo(expected.get("closing"));
            assertThat(statement.get("lines")).hasSize(expected.get("lines").size());
            for (int i = 0; i < expected.get("lines").size(); i++) {
                JsonNode line = statement.get("lines").get(i);
                JsonNode right = expected.get("lines").get(i);
                assertThat(line.get("day")).isEqualTo(right.get("booked"));
                assertThat(line.get("amountOere")).isEqualTo(right.get("oere"));
                assertThat(line.get("text")).isEqualTo(right.get("text"));
            }
            assertThat(statements.lines(cluster, "5800")).hasSize(isPreview ? 0 : 11);
        }
    }

    @ParameterizedTest
    @CsvSource({BankFiles.ERHVERV + ",200,201,6,7", BankFiles.FOREIGN + ",422,422,0,0"})
    void orSaysWhatIsWrongWithIt(String file, int looked, int sent, int lines, int problem) throws IOException {
        HttpResponse<String> preview = post(file, true);
        assertThat(preview.statusCode()).isEqualTo(looked);
        assertThat(statements.lines(cluster, "5800")).isEmpty();
        HttpResponse<String> answer = post(file, false);
        assertThat(answer.statusCode()).isEqualTo(sent);
        assertThat(statements.lines(cluster, "5800")).hasSize(lines);
        for (HttpResponse<String> each : List.of(preview, answer)) {
            assertThat(json(each).at("/problems/0/line").asInt()).isEqualTo(problem);
            assertThat(each.body()).doesNotContain("Exception", "dk.klyngeflow");
        }
    }

    private HttpResponse<String> post(String file, boolean isPreview) {
        return NordBooks.upload(
                NordBooks.browser(port, cluster, "secretary"),
                "/api/clusters/" + cluster + "/bank-statements" + (isPreview ? "?preview=true" : ""),
                file,
                BankFiles.bytes(file));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
