package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.SmallPdf;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A member who never logs in helps with a task of the secretary's, asked as Tasklist asks her. */
@KlyngeflowTest
class MemberHelpTest {

    private static final String OWNER = "one-secretary";

    @LocalServerPort
    int port;

    @Autowired
    Documents documents;

    @Autowired
    TwoClusters clusters;

    @Autowired
    ClusterRegister register;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    TaskHelpLink page;

    @Autowired
    TaskHelpMail mail;

    @Autowired
    TaskHelpAnsweredMail answeredMail;

    @Autowired
    TaskDelegatedMail delegatedMail;

    @Autowired
    TaskHelps helps;

    @Autowired
    TaskHelpRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    private String member = "";

    @BeforeEach
    void open() {
        clusters.open();
        member = "one-helper-" + UUID.randomUUID();
        register.add(
                "one",
                new ClusterRegister.NewPerson(
                        member, "Hanne Hjælp", member + "@klynge.example", List.of(Post.MEMBER), null, null));
    }

    @Test
    void sheProposesByLinkAndTheOwnerCompletesTheTask() {
        Task task = openTask();
        assertThat(ask(OWNER, task, member, "Er prisen rimelig?").statusCode()).isEqualTo(200);

        Task waiting = reread(task);
        assertThat(waiting.getDelegationState()).isEqualTo(DelegationState.PENDING);
        assertThat(waiting.getAssignee()).isEqualTo(OWNER);
        assertThat(waiting.getOwner()).isEqualTo(OWNER);
        assertThat(waiting.getName()).isEqualTo("Klynge one · Prøv (afventer et medlem)");
        assertThat(mails(MemberHelp.PURPOSE, member)).isEqualTo(1);
        assertThat(mail.at(
                        "one", Optional.of(member), Map.of("helpId", help(task).helpId())))
                .hasValueSatisfying(said -> assertThat(said)
                        .containsEntry("question", "Er prisen rimelig?")
                        .containsEntry("title", "Klynge one · Prøv")
                        .containsEntry("asker", "Navn one-secretary"));

        Shown shown = page.show(held(task)).orElseThrow();
        assertThat(shown.blocks()).contains(new Block.Note("Er prisen rimelig?"));
        Done done = answer(task, "Ja, de er de billigste.");
        assertThat(done.title()).isEqualTo("Tak for hjælpen");

        Task answered = reread(task);
        assertThat(answered.getDelegationState()).isEqualTo(DelegationState.RESOLVED);
        assertThat(answered.getAssignee()).isEqualTo(OWNER);
        assertThat(answered.getName()).isEqualTo("Klynge one · Prøv (svar er kommet)");
        assertThat(comments(task)).containsExactly("Svar fra et medlem: Ja, de er de billigste.");
        assertThat(mails(MemberHelp.ANSWERED, OWNER)).isEqualTo(1);
        assertThat(browser(OWNER).send("GET", path(task), null).body())
                .contains("\"state\":\"ANSWERED\"", "Ja, de er de billigste.", "Hanne Hjælp");

        tasks.complete(task.getId());
        assertThat(page.show(held(task)).orElseThrow().button()).isNull();
        assertThat(mail.at(
                        "one", Optional.of(member), Map.of("helpId", help(task).helpId())))
                .isEmpty();
    }

    @Test
    void aCprNumberInHerFileIsPointedOutToHerAndToTheOwner() throws Exception {
        Task task = openTask();
        ask(OWNER, task, member, "Er prisen rimelig?");
        String file = documents
                .store("one", "priser.pdf", SmallPdf.saying("Patient 010203-1234"), member)
                .id();

        Done done = page.answer(held(task), Map.of("proposal", List.of("Se filen"), "documentId", List.of(file)));

        assertThat(done.lines()).anyMatch(line -> line.contains("ligner et CPR-nummer"));
        assertThat(browser(OWNER).send("GET", path(task), null).body())
                .contains("priser.pdf", "ligner et CPR-nummer (side 1)");
        tasks.complete(task.getId());
    }

    @Test
    void theSameAnswerTwiceIsOneAndAnotherReplacesIt() {
        Task task = openTask();
        ask(OWNER, task, member, "");
        answer(task, "Ja.");
        answer(task, "Ja.");
        assertThat(comments(task)).hasSize(1);
        assertThat(mails(MemberHelp.ANSWERED, OWNER)).isEqualTo(1);

        answer(task, "Nej, ved nærmere eftertanke.");
        assertThat(help(task).answer()).isEqualTo("Nej, ved nærmere eftertanke.");
        assertThat(mails(MemberHelp.ANSWERED, OWNER)).isEqualTo(2);
        assertThat(answeredMail.at(
                        "one", Optional.of(OWNER), Map.of("helpId", help(task).helpId())))
                .hasValueSatisfying(said -> assertThat(said).containsEntry("answer", "Nej, ved nærmere eftertanke."));
    }

    @Test
    void twoAreNotAskedAtOnceAndTheQuestionCanBeTakenBack() {
        Task task = openTask();
        ask(OWNER, task, member, "");
        HttpResponse<String> again = ask(OWNER, task, "one-member", "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Hanne Hjælp er allerede spurgt");

        Held held = held(task);
        assertThat(browser(OWNER).send("POST", path(task) + "/take-back", "{}").statusCode())
                .isEqualTo(200);
        assertThat(links.heldBy("one", MemberHelp.PURPOSE, member)).isEmpty();
        assertThat(page.over(held).blocks().toString())
                .contains("Spørgsmålet er taget tilbage, så der er ikke brug for dit svar længere.");
        assertThat(mail.at("one", Optional.of(member), Map.of("helpId", held.subject())))
                .as("a mail that waits is not sent")
                .isEmpty();
        assertThat(reread(task).getDelegationState()).isNull();
        assertThat(reread(task).getName()).isEqualTo("Klynge one · Prøv");
        assertThatThrownBy(() -> answer(held, "For sent"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Tak for hjælpen");
        assertThat(ask(OWNER, task, "one-member", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aTaskThatIsDoneMeanwhileNeedsNoAnswer() {
        Task task = openTask();
        ask(OWNER, task, member, "");
        Held held = held(task);
        tasks.complete(task.getId());

        Shown shown = page.show(held).orElseThrow();
        assertThat(shown.button()).isNull();
        assertThat(shown.blocks()).hasSize(1);
        assertThat(page.over(held).blocks().toString())
                .contains("Opgaven er løst i mellemtiden, så der er ikke brug for dit svar længere.");
        assertThatThrownBy(() -> answer(held, "For sent")).isInstanceOf(FormRefused.class);
        assertThat(mail.at("one", Optional.of(member), Map.of("helpId", held.subject())))
                .isEmpty();
    }

    @Test
    void theOwnerNeedNotWaitForTheAnswer() {
        Task task = openTask();
        ask(OWNER, task, member, "");
        HttpResponse<String> sent = browser(OWNER)
                .send(
                        "POST",
                        "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form",
                        "{\"variables\":{}}");
        assertThat(sent.statusCode()).as(sent.body()).isLessThan(300);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count())
                .as("done, not only taken back from the helper")
                .isZero();
        assertThat(page.show(held(task)).orElseThrow().button()).isNull();
    }

    @Test
    void nobodyWaitsForAMemberWhoHasLeft() {
        Task task = openTask();
        ask(OWNER, task, member, "");
        register.end("one", member, Post.MEMBER);

        assertThat(reread(task).getDelegationState()).isNull();
        assertThat(links.heldBy("one", MemberHelp.PURPOSE, member)).isEmpty();
        assertThat(browser(OWNER).send("GET", path(task), null).body()).contains("\"state\":\"LEFT\"");
        assertThat(ask(OWNER, task, member, "").statusCode()).isEqualTo(400);
        assertThat(ask(OWNER, task, "one-member", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverHasTheTaskByThenKeepsIt() {
        Task task = openTask();
        ask(OWNER, task, member, "");
        assertThat(browser(OWNER)
                        .send("POST", "/api/tasks/" + task.getId() + "/delegate", "{\"to\":\"one-board\"}")
                        .statusCode())
                .isEqualTo(200);
        answer(task, "Ja.");
        assertThat(reread(task).getAssignee()).isEqualTo("one-board");
        assertThat(mails(MemberHelp.ANSWERED, "one-board")).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoMayPassItOnAskAndOnlyMembersOfTheClusterWhoMaySeeTheCase() {
        Task task = openTask();
        assertThat(ask("one-auditor", task, member, "").statusCode()).isEqualTo(403);
        assertThat(ask("two-secretary", task, member, "").statusCode()).isEqualTo(404);
        assertThat(ask(OWNER, task, "two-member", "").statusCode()).isEqualTo(400);
        assertThat(ask(OWNER, task, "one-auditor", "").statusCode()).isEqualTo(400);
        tasks.setVariable(task.getId(), "excludedPeople", member);
        assertThat(ask(OWNER, task, member, "").statusCode()).isEqualTo(400);
        assertThat(ask(OWNER, task, "one-member", "010190-1234").body()).contains("CPR");
        assertThat(helps.newest("one", task.getId())).isEmpty();
    }

    @Test
    void isForgottenAfterHalfAYear() {
        Task task = openTask();
        ask(OWNER, task, member, "");
        night.forget(retention);
        assertThat(helps.newest("one", task.getId())).isPresent();
        clock.advance(Duration.ofDays(190));
        night.forget(retention);
        assertThat(helps.newest("one", task.getId())).isEmpty();
        assertThat(links.heldBy("one", MemberHelp.PURPOSE, member)).isEmpty();
    }

    @Test
    void aColleagueGetsTheTaskWithAMessageByMailAndInTheTask() {
        Task task = openTask();
        String delegate = "/api/tasks/" + task.getId() + "/delegate";
        HttpResponse<String> given = browser(OWNER)
                .send("POST", delegate, "{\"to\":\"one-coordinator\",\"message\":\"Vil du se på prisen?\"}");
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).contains("har opgaven nu og får straks en mail om den med din besked");
        assertThat(reread(task).getAssignee()).isEqualTo("one-coordinator");
        String message = jdbc.sql("""
                        select model->>'messageId' from klyngeflow.mail_outbox
                        where cluster_id = 'one' and purpose = 'task-delegated' and recipient_person = 'one-coordinator'
                        order by mail_id desc limit 1""").query(String.class).single();
        assertThat(delegatedMail.at("one", Optional.of("one-coordinator"), Map.of("messageId", message)))
                .hasValueSatisfying(said -> assertThat(said)
                        .containsEntry("message", "Vil du se på prisen?")
                        .containsEntry("taskId", task.getId()));
        assertThat(browser("one-coordinator").get("/api/tasks/" + task.getId()).body())
                .contains("Vil du se på prisen?");
        assertThat(browser("one-coordinator")
                        .send("POST", delegate, "{\"to\":\"one-secretary\",\"message\":\"" + "x".repeat(2_001) + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private Task openTask() {
        String key = "case-one-" + UUID.randomUUID();
        cases.start("access-probe", "one", key, Map.of());
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }

    private Task reread(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }

    private TaskHelp help(Task task) {
        return helps.newest("one", task.getId()).orElseThrow();
    }

    private Held held(Task task) {
        TaskHelp help = help(task);
        return new Held("one", help.helpId(), help.helper());
    }

    private Done answer(Task task, String text) {
        return answer(held(task), text);
    }

    private Done answer(Held held, String text) {
        return Objects.requireNonNull(
                transaction.execute(status -> page.answer(held, Map.of("proposal", List.of(text)))));
    }

    private List<String> comments(Task task) {
        return tasks.getTaskComments(task.getId()).stream()
                .map(Comment::getFullMessage)
                .toList();
    }

    private long mails(String purpose, String person) {
        return jdbc.sql("""
                        select count(*) from klyngeflow.mail_outbox
                        where cluster_id = 'one' and purpose = :purpose and recipient_person = :person
                          and model->>'helpId' = (select help_id from klyngeflow.task_help
                            where helper = :member order by asked_at desc limit 1)""")
                .param("purpose", purpose)
                .param("person", person)
                .param("member", member)
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> ask(String by, Task task, String to, String question) {
        return browser(by).send("POST", path(task), "{\"to\":\"" + to + "\",\"question\":\"" + question + "\"}");
    }

    private static String path(Task task) {
        return "/api/tasks/" + task.getId() + "/help";
    }

    private Browser browser(String person) {
        return Browser.loggedIn(port, person, person);
    }
}
