package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelRound;
import dk.klyngeflow.localmodel.ModelVersion;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a local model are told. Every story has a cluster of its own, of 21 members. */
@TestComponent
public class LocalModelStory extends ProcessStory {

    static final String QUESTIONNAIRE = "model-questionnaire";
    static final String DRAFT = "model-draft";

    private final LocalModels models;
    private final ModelCases modelCases;
    private final ModelsYear year;
    private final ClusterRegister register;
    private final List<LinkPage> pages;
    private final Answers answers;
    private final Cases cases;
    private final TransactionTemplate transaction;

    LocalModelStory(
            World world,
            LocalModels models,
            ModelCases modelCases,
            ModelsYear year,
            ClusterRegister register,
            List<LinkPage> pages,
            Answers answers,
            Cases cases,
            TransactionTemplate transaction) {
        super(world);
        this.models = models;
        this.modelCases = modelCases;
        this.year = year;
        this.register = register;
        this.pages = pages;
        this.answers = answers;
        this.cases = cases;
        this.transaction = transaction;
    }

    public void aCluster() {
        open("model", PaymentMode.PLO);
    }

    /** As the start form does it, without Tasklist. */
    public void asksTheMembers() {
        ModelRound round = transaction.execute(status -> {
            ModelRound begun = models.begin(
                            cluster, person("koordinator"), ModelTimes.closing(modelCases.usualClosing(cluster)))
                    .orElseThrow();
            cases.start(LocalModel.KEY, cluster, begun.caseKey(), Map.of("roundNo", (long) begun.roundNo()));
            return begun;
        });
        assertThat(round).isNotNull();
        dueJobsRun();
    }

    void theCalendarTurns() {
        year.turn();
        dueJobsRun();
    }

    ModelRound round() {
        return models.underWay(cluster).orElseThrow();
    }

    public String caseKey() {
        return round().caseKey();
    }

    boolean isUnderWay() {
        return models.underWay(cluster).isPresent();
    }

    ModelVersion inForce() {
        return models.inForce(cluster).orElseThrow();
    }

    LinkPage page(String purpose) {
        return pages.stream()
                .filter(page -> page.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    Shown sees(String personId, String purpose, String subject) {
        return page(purpose).show(new Held(cluster, subject, personId)).orElseThrow();
    }

    Done answers(String personId, String... fieldsAndValues) {
        return sends(personId, QUESTIONNAIRE, round().id(), fieldsAndValues);
    }

    Done says(String personId, String verdict, String comment) {
        return sends(
                personId, DRAFT, round().id() + "/" + round().draft().shown(), "svar", verdict, "bemaerkning", comment);
    }

    Done sends(String personId, String purpose, String subject, String... fieldsAndValues) {
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            if (!fieldsAndValues[i + 1].isBlank()) {
                sent.put(fieldsAndValues[i], List.of(fieldsAndValues[i + 1].split(",", -1)));
            }
        }
        Done done = transaction.execute(status -> page(purpose).answer(new Held(cluster, subject, personId), sent));
        dueJobsRun();
        return done;
    }

    void everybodyAnswers(String... fieldsAndValues) {
        members().forEach(member -> answers(member, fieldsAndValues));
    }

    void everybodyAccepts() {
        members().forEach(member -> says(member, "JA", ""));
    }

    /** What the forms send when the coordinator changes nothing but this. */
    public static Map<String, Object> model(Map<String, Object> changes) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "meetings", "4",
                "weekdays", "mandag,torsdag",
                "hour", "16.30",
                "preparation", "SHORT",
                "together", "TOGETHER",
                "agenda", "GROUPS",
                "facilitator", "IN_TURN",
                "quorum", "50",
                "absence", "3",
                "data", "OPEN"));
        form.putAll(Map.of(
                "coordinatorLimit", 5_000_00L,
                "boardLimit", 25_000_00L,
                "planning", "SECRETARY",
                "dataWork", "SECRETARY",
                "invoices", "BOARD",
                "note", ""));
        form.putAll(changes);
        return form;
    }

    void writesTheDraft(Map<String, Object> changes) {
        does("draftModel", person("koordinator"), model(changes));
    }

    void showsItAgain(Map<String, Object> changes) {
        Map<String, Object> form = model(changes);
        form.put("decision", "SHOW");
        does("settleModel", person("koordinator"), form);
    }

    public java.time.Instant now() {
        return clock.instant();
    }

    LocalDate tomorrow() {
        return CopenhagenTime.dayOf(clock.instant()).plusDays(1);
    }

    void adopts(LocalDate from, Map<String, Object> changes) {
        Map<String, Object> form = model(changes);
        form.put("decision", "ADOPT");
        form.put("effectiveFrom", from.toString());
        does("settleModel", person("koordinator"), form);
    }

    void does(String task, String personId, Map<String, Object> form) {
        answers.give(cluster, caseKey(), task, personId, form);
        dueJobsRun();
    }

    /** The whole way in a few days, for stories about what follows. */
    public void agreesOn(Map<String, Object> changes) {
        asksTheMembers();
        everybodyAnswers("meetings", "4");
        writesTheDraft(changes);
        everybodyAccepts();
        adopts(tomorrow(), changes);
        daysPass(2);
    }

    void givesUp(String reason) {
        modelCases.cancel(cluster, round().roundNo(), reason, person("koordinator"));
        dueJobsRun();
    }

    void givesUpAgain(int round, String reason) {
        modelCases.cancel(cluster, round, reason, person("koordinator"));
    }

    void leaves(String personId) {
        transaction.executeWithoutResult(status -> register.end(cluster, personId, Post.MEMBER));
        dueJobsRun();
    }

    String joins(String name) {
        String id = person("ny");
        transaction.executeWithoutResult(status -> register.add(
                cluster, new NewPerson(id, name, "ny@nordklyngen.example", List.of(Post.MEMBER), "990101", null)));
        return id;
    }

    List<String> mailsOf(String purpose) {
        return jdbc.sql(
                        "select recipient_person from klyngeflow.mail_outbox where cluster_id = ? and purpose = ? order by mail_id")
                .params(cluster, purpose)
                .query(String.class)
                .list();
    }
}
