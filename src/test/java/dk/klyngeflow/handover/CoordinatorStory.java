package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.BoardHelp;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostsOfTheDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of the coordinator's post are told. Every story has a cluster of its own. */
@TestComponent
class CoordinatorStory extends ProcessStory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Handovers handovers;
    private final Checklists checklists;
    private final PostHandovers postHandovers;
    private final CoordinatorLeaves leaves;
    private final StandIns standIns;
    private final CoordinatorPosts posts;
    private final PostsOfTheDay night;
    private final ClusterRegister register;
    private final Documents documents;
    private final Answers answers;
    private final Cases cases;
    private final Meetings meetings;
    private final IdentityService identities;
    private final BoardHelp board;
    private final TransactionTemplate transaction;

    CoordinatorStory(
            World world,
            Handovers handovers,
            Checklists checklists,
            PostHandovers postHandovers,
            CoordinatorLeaves leaves,
            StandIns standIns,
            CoordinatorPosts posts,
            PostsOfTheDay night,
            ClusterRegister register,
            Documents documents,
            Answers answers,
            Cases cases,
            Meetings meetings,
            IdentityService identities,
            BoardHelp board,
            TransactionTemplate transaction) {
        super(world);
        this.handovers = handovers;
        this.checklists = checklists;
        this.postHandovers = postHandovers;
        this.leaves = leaves;
        this.standIns = standIns;
        this.posts = posts;
        this.night = night;
        this.register = register;
        this.documents = documents;
        this.answers = answers;
        this.cases = cases;
        this.meetings = meetings;
        this.identities = identities;
        this.board = board;
        this.transaction = transaction;
    }

    void aCluster() {
        open("skifte", PaymentMode.PLO);
        clock.set(CopenhagenTime.at(today(), LocalTime.of(9, 0)));
    }

    LocalDate today() {
        return CopenhagenTime.dayOf(clock.instant());
    }

    // handing over

    void aHandoverIsAgreed(String successor, int inDays) {
        cases.start(
                CoordinatorHandover.KEY,
                cluster,
                null,
                Map.of(
                        "successor",
                        person(successor),
                        "handoverDay",
                        today().plusDays(inDays).toString(),
                        "startedBy",
                        person("koordinator")));
        dueJobsRun();
    }

    Handover handover() {
        return handovers.all(cluster).get(0);
    }

    List<HandoverItem> items() {
        return checklists.items(handover());
    }

    /** Ticks everything off that her form shows. */
    void confirms(String role, String task) {
        answers(role, task, Map.of("items", rows(task, "DONE", "")));
    }

    void handsOver(String note) {
        answers("koordinator", "handOverPost", Map.of("items", rows("handOverPost", "DONE", ""), "note", note));
    }

    void decides(String role, String decision, Map<String, Object> more) {
        Map<String, Object> sent = new HashMap<>(more);
        sent.put("chairDecision", decision);
        answers(role, "decideOnHandover", sent);
    }

    void answers(String role, String task, Map<String, Object> sent) {
        answers.give(cluster, keyOf(task), task, person(role), sent);
        dueJobsRun();
    }

    private String keyOf(String task) {
        Task open = tasks.createTaskQuery()
                .tenantIdIn(cluster)
                .taskDefinitionKey(task)
                .singleResult();
        assertThat(open).as("open task %s", task).isNotNull();
        return Objects.requireNonNull(instances
                .createProcessInstanceQuery()
                .processInstanceId(open.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    String rows(String task, String state, String remark) {
        List<HandoverItem> asked = switch (task) {
            case "handOverPost" -> checklists.items(handover(), HandoverItem.Owner.PARTING);
            case "takeOverPost" -> checklists.items(handover(), HandoverItem.Owner.SUCCESSOR);
            case "helpAsSecretary" -> checklists.items(handover(), HandoverItem.Owner.SECRETARY);
            case "helpAsBoard" -> checklists.items(handover(), HandoverItem.Owner.BOARD);
            default -> checklists.left(handover());
        };
        try {
            return JSON.writeValueAsString(asked.stream()
                    .map(item -> Map.of("number", String.valueOf(item.number()), "state", state, "remark", remark))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isCancelled(String reason) {
        Boolean withdrawn = transaction.execute(status -> postHandovers.withdraw(handover(), reason));
        dueJobsRun();
        return Boolean.TRUE.equals(withdrawn);
    }

    // leaves

    void aLeaveIsArranged(String standIn, int inDays, int untilDays) {
        cases.start(
                CoordinatorStandIn.KEY,
                cluster,
                null,
                Map.of(
                        "standIn",
                        person(standIn),
                        "leaveFrom",
                        today().plusDays(inDays).toString(),
                        "leaveUntil",
                        today().plusDays(untilDays).toString(),
                        "startedBy",
                        person("koordinator")));
        dueJobsRun();
    }

    @Nullable
    CoordinatorLeave leave() {
        return leaves.open(cluster).stream().findFirst().orElse(null);
    }

    void theLeaveEnds(int inDays) {
        transaction.executeWithoutResult(
                status -> standIns.changeEnd(Objects.requireNonNull(leave()), today().plusDays(inDays)));
        dueJobsRun();
    }

    // the coordinator stops

    void theCoordinatorStops(String saidBy) {
        cases.start(CoordinatorVacancy.KEY, cluster, null, Map.of("startedBy", person(saidBy)));
        dueJobsRun();
    }

    // the world

    /** Nights turn the posts, then mornings wake the cases. */
    @Override
    public void daysPass(int days) {
        for (int day = 0; day < days; day++) {
            clock.set(CopenhagenTime.at(today().plusDays(1), LocalTime.of(0, 2)));
            night.turn();
            dueJobsRun();
            for (int hour : List.of(6, 8, 13, 20)) {
                clock.set(CopenhagenTime.at(today(), LocalTime.of(hour, 0)));
                dueJobsRun();
            }
        }
    }

    void leaves(String role) {
        transaction.executeWithoutResult(status -> {
            for (Post post : Post.values()) {
                if (post != Post.COORDINATOR
                        && world.people().holding(cluster, post).stream()
                                .map(Person::id)
                                .anyMatch(person(role)::equals)) {
                    register.end(cluster, person(role), post);
                }
            }
        });
        dueJobsRun();
    }

    void thePostGoesElsewhere(String role) {
        transaction.executeWithoutResult(status -> posts.handOver(cluster, person(role), today()));
        dueJobsRun();
    }

    /** A meeting is to be planned, which is the coordinator's to do. */
    void theCoordinatorHasATask() {
        transaction.executeWithoutResult(status -> {
            Meeting meeting = meetings.add(
                    cluster,
                    "",
                    today().plusDays(30),
                    today().plusDays(60),
                    120,
                    cluster + clock.instant() + "@test.example",
                    person("koordinator"));
            cases.start(
                    "meeting-cycle", cluster, null, Map.of("isVoteWanted", false, "meetingId", meeting.meetingId()));
        });
    }

    // what can be seen

    String coordinator() {
        List<String> all = world.people().holding(cluster, Post.COORDINATOR).stream()
                .map(Person::id)
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0).substring(cluster.length() + 1);
    }

    String assignee(String task) {
        String assignee = tasks.createTaskQuery()
                .tenantIdIn(cluster)
                .taskDefinitionKey(task)
                .singleResult()
                .getAssignee();
        return assignee == null ? "" : assignee.substring(cluster.length() + 1);
    }

    String taskId(String task) {
        return tasks.createTaskQuery()
                .tenantIdIn(cluster)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
    }

    void isOfferedToTheBoard(String task) {
        board.ask(cluster, keyOf(task));
    }

    /** Who can do the open task now. */
    List<String> mayDo(String task) {
        return cases.holders(cluster, keyOf(task)).stream()
                .map(id -> id.substring(cluster.length() + 1))
                .toList();
    }

    /** Her groups of this cluster by their roles, and Tasklist's. */
    List<String> groups(String role) {
        return identities.createGroupQuery().groupMember(person(role)).list().stream()
                .map(group -> group.getId().substring(group.getId().indexOf('.') + 1))
                .toList();
    }

    List<String> mayBeNext() {
        return posts.eligible(cluster).stream()
                .map(each -> each.id().substring(cluster.length() + 1))
                .toList();
    }

    List<String> mailed(String purpose) {
        return jdbc.sql("""
                        select recipient_person from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = :purpose order by mail_id""").param("cluster", cluster).param("purpose", purpose).query(String.class).list().stream()
                .map(id -> id.substring(cluster.length() + 1))
                .toList();
    }

    Instant now() {
        return clock.instant();
    }

    String note() {
        byte[] pdf =
                documents.content(cluster, Objects.requireNonNull(handover().documentId()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning(String process) {
        return instances
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .tenantIdIn(cluster)
                        .count()
                > 0;
    }
}
