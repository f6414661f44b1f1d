package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What an invoice costs the database, in statements, the engine's own included: counted, so that no machine's mood can hide a loop. Whoever
 * needs more raises a figure here and says why.
 */
@KlyngeflowTest
class InvoiceSqlBudgetTest {

    /** Asked once in ten seconds, which on a slow machine may fall anywhere. */
    private static final Pattern REMEMBERED = Pattern.compile("distinct\\(A.GROUP_ID_\\)|WHERE TYPE_ = 2 AND"
            + "|EXISTS \\(SELECT A.RESOURCE_ID_ FROM ACT_RU_AUTHORIZATION A"
            + "|from ACT_RE_PROCDEF (where ID_|RES where KEY_)|from ACT_RE_DECISION_DEF RES where KEY_|from ACT_RU_JOBDEF where ID_"
            + "|from klyngeflow.person where person_id = ");

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @AfterEach
    void nothingIsStuck() {
        identities.clearAuthentication();
        story.noIncidentIsOpen();
    }

    @Test
    void eachStepKeepsToItsBudget() {
        story.aClusterWithItsOwnAccount();
        // what the engine and our own code read once and keep
        fromFileToPaid("S-1");

        byte[] second = SmallInvoice.numbered("S-2");
        costs(31, () -> story.arrives(SmallInvoice.SAMPLE, second));
        Map<String, Object> coding = story.coding("2100");
        completes(43, "sekretaer", coding);
        completes(34, "koordinator", Map.of("decision", "APPROVE"));
        costs(32, story::dueJobsRun);
        completes(40, "kasserer", Map.of("decision", "PAID", "paidOn", "2026-09-07"));
        story.hasEnded();
    }

    @Test
    void aPageOfTasksIsOneStatement() {
        story.aClusterWithItsOwnAccount();
        fromFileToPaid("S-1");
        story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("S-2"));
        isLoggedIn("sekretaer");
        firstPage();

        costs(1, this::firstPage);
    }

    /** What a form asks before it draws itself: the task, its case and what a colleague has written. */
    @Test
    void oneTaskIsThreeStatements() {
        story.aClusterWithItsOwnAccount();
        story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("S-1"));
        String task = "/api/tasks/" + story.openTask().getId();
        Browser secretary = Browser.loggedIn(port, story.person("sekretaer"), story.person("sekretaer"));
        assertThat(secretary.get(task).body()).contains("Se bilaget");

        costsOfOurs(3, () -> assertThat(secretary.get(task).statusCode()).isEqualTo(200));
    }

    @Test
    void pagesOfInvoicesCostNoMoreForMoreInvoices() {
        story.aClusterWithItsOwnAccount();
        for (int i = 0; i < 5; i++) {
            fromFileToPaid("S-" + i);
        }
        String id = story.invoice().id();
        Browser secretary = Browser.loggedIn(port, story.person("sekretaer"), story.person("sekretaer"));
        String list = "/bilag/" + story.cluster();
        String form = "/api/clusters/" + story.cluster() + "/invoices/" + id;
        assertThat(secretary.get(list).body()).contains("S-0", "S-4");

        // the cluster and a page of its invoices; her own name in the head is remembered
        costsOfOurs(2, () -> assertThat(secretary.get(list).statusCode()).isEqualTo(200));
        costsOfOurs(11, () -> assertThat(secretary.get(form).statusCode()).isEqualTo(200));
    }

    private void firstPage() {
        assertThat(tasks.createTaskQuery()
                        .taskAssignee(story.person("sekretaer"))
                        .orderByDueDate()
                        .asc()
                        .listPage(0, 15))
                .isNotEmpty();
    }

    private void fromFileToPaid(String number) {
        story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered(number));
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.isPaid("kasserer");
    }

    /** From the answer to the open task to the next wait state, as whoever is logged in. */
    private void completes(int most, String role, Map<String, Object> answer) {
        String task = story.openTask().getId();
        isLoggedIn(role);
        try {
            costs(most, () -> tasks.complete(task, answer));
        } finally {
            identities.clearAuthentication();
        }
    }

    private void isLoggedIn(String role) {
        identities.clearAuthentication();
        List<String> groups = identities.createGroupQuery().groupMember(story.person(role)).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(story.person(role), groups, List.of(story.cluster()));
    }

    private static void costs(int most, Runnable step) {
        keepsTo(
                most,
                CountedSql.during(step).stream()
                        .filter(sql -> !REMEMBERED.matcher(sql).find())
                        .toList());
    }

    /** Of ours only: who is logged in, and what she may, is the engine's business and remembered for a while. */
    private static void costsOfOurs(int most, Runnable step) {
        keepsTo(
                most,
                CountedSql.during(step).stream()
                        .filter(sql -> sql.contains("klyngeflow."))
                        .filter(sql -> !REMEMBERED.matcher(sql).find())
                        .toList());
    }

    private static void keepsTo(int most, List<String> statements) {
        assertThat(statements.size())
                .as(statements.size() + " statements:\n" + String.join("\n", statements))
                .isPositive()
                .isLessThanOrEqualTo(most);
    }
}
