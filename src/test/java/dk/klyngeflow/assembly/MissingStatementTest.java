package dk.klyngeflow.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The task of each month in which the bank has said nothing. */
@KlyngeflowTest
class MissingStatementTest {

    @LocalServerPort
    int port;

    @Autowired
    AnnualAccountsStory story;

    @Autowired
    MissingStatements missing;

    @Autowired
    TaskService tasks;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void itIs(String day) {
        story.itIs(Instant.parse(day + "T09:00:00Z"));
    }

    private List<String> titles() {
        return story.openTasks().stream().map(Task::getName).toList();
    }

    private void aClusterWithMoney(PaymentMode mode) {
        story.aCluster(mode);
        itIs("2026-12-04");
        story.isPosted("2026-11-02", mode == PaymentMode.PLO ? "5820" : "5800", "1100", 100_000);
    }

    @Test
    void isAskedForFromTheFifthDay_onceForEachMonth() {
        aClusterWithMoney(PaymentMode.OWN_ACCOUNT);
        missing.see(story.cluster());
        assertThat(story.openTasks()).as("the bank may still be at it").isEmpty();

        itIs("2026-12-05");
        missing.see(story.cluster());
        missing.see(story.cluster());
        itIs("2026-12-20");
        missing.see(story.cluster());
        story.waitsFor("fetchStatement");
        assertThat(titles()).first().asString().contains("november 2026");

        itIs("2027-01-06");
        missing.see(story.cluster());
        story.waitsFor("fetchStatement", "fetchStatement");
    }

    @Test
    void endsByItselfWhenTheStatementComes() {
        story.klyngeNord();
        itIs("2026-12-05");
        missing.see(story.cluster());
        story.waitsFor("fetchStatement");
        story.theBankSaysAllOfIt();
        assertThat(story.openTasks()).isEmpty();
        missing.see(story.cluster());
        assertThat(story.openTasks()).isEmpty();
        story.tookThePath("statementArrived", "statementClosed");
    }

    /** The bank's file of lines says what lies between them, and nothing of the rest of the month. */
    @Test
    void aFileOfAFewDaysIsNoStatementOfTheMonth() {
        story.klyngeNord();
        itIs("2026-12-05");
        missing.see(story.cluster());
        story.waitsFor("fetchStatement");
        byte[] file = "Dato;Tekst;Beløb;Saldo\n16-11-2026;Gebyr;-31,25;968,75\n".getBytes(UTF_8);
        story.theBankSays(file, "", "");
        story.waitsFor("fetchStatement");
        story.theBankSays(file, "1.11.2026", "30.11.2026");
        assertThat(story.openTasks()).isEmpty();
    }

    @Test
    void cannotBeHad_andTheReasonIsThereWhenTheAccountsBegin() {
        aClusterWithMoney(PaymentMode.OWN_ACCOUNT);
        itIs("2026-12-05");
        missing.see(story.cluster());
        story.answersTask("sekretaer", "fetchStatement", Map.of("without", "Netbanken er lukket"));
        missing.see(story.cluster());
        assertThat(story.openTasks()).as("nobody is asked again").isEmpty();
        assertThat(missing.reasons(story.cluster(), 2026))
                .containsExactly("Om november 2026 er der skrevet: „Netbanken er lukket“.");
    }

    @Test
    void isOfferedToTheTreasurerWhenItLies() {
        aClusterWithMoney(PaymentMode.OWN_ACCOUNT);
        itIs("2026-12-05");
        missing.see(story.cluster());
        story.daysPass(8);
        story.tookThePath("offerStatementTask");
        assertThat(tasks.createTaskQuery()
                        .tenantIdIn(story.cluster())
                        .taskCandidateUser(story.person("kasserer"))
                        .count())
                .isEqualTo(1);
        story.daysPass(90);
        assertThat(story.openTasks()).as("the accounts have asked for it").isEmpty();
    }

    @Test
    void isNobodysWherePloHoldsTheAccount_orNothingWentOverOne() {
        aClusterWithMoney(PaymentMode.PLO);
        story.hasNoAccountOfItsOwn();
        itIs("2026-12-05");
        assertThat(bank()).doesNotContain("Der mangler kontoudtog");
        missing.see(story.cluster());
        assertThat(story.openTasks()).isEmpty();

        story.aCluster(PaymentMode.OWN_ACCOUNT);
        itIs("2026-12-05");
        missing.see(story.cluster());
        assertThat(story.openTasks()).isEmpty();
    }

    private String bank() {
        return Browser.loggedIn(port, story.person("kasserer"), story.person("kasserer"))
                .get("/regnskab/" + story.cluster() + "/bank?year=2026")
                .body();
    }

    @Test
    void isGivenUpWhenTheYearIsLockedWithoutIt() {
        aClusterWithMoney(PaymentMode.OWN_ACCOUNT);
        itIs("2027-01-05");
        missing.see(story.cluster());
        story.waitsFor("fetchStatement");
        story.theYearWantsThem(2026);
        story.isLockedWithoutStatements("sekretaer", "kasserer");
        missing.see(story.cluster());
        story.waitsFor("reconcileAccounts");
    }

    @Test
    void isGivenUpWhenPloTakesTheAccountOver() {
        aClusterWithMoney(PaymentMode.OWN_ACCOUNT);
        itIs("2026-12-05");
        missing.see(story.cluster());
        story.waitsFor("fetchStatement");
        assertThat(bank()).contains("Der mangler kontoudtog for <span>november 2026</span>");
        story.hasNoAccountOfItsOwn();
        missing.see(story.cluster());
        assertThat(story.openTasks()).isEmpty();
    }
}
