package dk.klyngeflow.year;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStart;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.Question;
import dk.klyngeflow.members.PaymentMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a year are told. Every story has a cluster of its own. */
@TestComponent
public class ClusterYearStory extends ProcessStory {

    private final Years years;
    private final YearPlan plan;
    private final YearWatch watch;
    private final Meetings meetings;
    private final MeetingStart meetingStart;
    private final Answers answers;
    private final LocalModels models;
    private final RepositoryService repository;
    private final Cases cases;
    private final TransactionTemplate transaction;

    private final List<Deployment> listeners = new ArrayList<>();

    ClusterYearStory(
            World world,
            Years years,
            YearPlan plan,
            YearWatch watch,
            Meetings meetings,
            MeetingStart meetingStart,
            Answers answers,
            LocalModels models,
            RepositoryService repository,
            Cases cases,
            TransactionTemplate transaction) {
        super(world);
        this.years = years;
        this.plan = plan;
        this.watch = watch;
        this.meetings = meetings;
        this.meetingStart = meetingStart;
        this.answers = answers;
        this.models = models;
        this.repository = repository;
        this.cases = cases;
        this.transaction = transaction;
    }

    // what is done

    void isOpenedOn(String day) {
        isOpenedOn(day, PaymentMode.OWN_ACCOUNT);
    }

    void isOpenedOn(String day, PaymentMode mode) {
        isMorningOf(day);
        open("aar", mode);
    }

    void isMorningOf(String day) {
        clock.set(CopenhagenTime.at(LocalDate.parse(day), LocalTime.of(8, 0)));
    }

    String nextMorning() {
        return CopenhagenTime.dayOf(clock.instant()).plusDays(1).toString();
    }

    /** As the clockwork does each morning. */
    void everybodyIsSeenTo() {
        watch.see(cluster);
        yearRuns();
    }

    /** There were accounts last year. */
    void hasLastYear(int year) {
        jdbc.sql("insert into klyngeflow.cluster_year (cluster_id, year, from_day, opened_at, closed_at)"
                        + " values (:cluster, :year, make_date(:year, 1, 1), now(), now())")
                .param("cluster", cluster)
                .param("year", year)
                .update();
    }

    /** What the job executor would run now of the year itself; what it has begun stays as it is. */
    void yearRuns() {
        for (int round = 0; round < 200; round++) {
            Optional<Job> due = nextJob()
                    .filter(job -> job.getDuedate() == null
                            || !job.getDuedate().toInstant().isAfter(clock.instant()));
            if (due.isEmpty()) {
                return;
            }
            jobs.executeJob(due.get().getId());
        }
        throw new AssertionError("the year of " + cluster + " turns without end");
    }

    /** Moves on to the next moment at which the year does something. */
    Instant goesOnToNext() {
        Instant next = nextJob().orElseThrow().getDuedate().toInstant();
        if (next.isAfter(clock.instant())) {
            clock.set(next);
        }
        yearRuns();
        return clock.instant();
    }

    /** Morning by morning, as the job executor does it. */
    void yearGoesOnUntil(String day) {
        Instant end = CopenhagenTime.at(LocalDate.parse(day), LocalTime.of(9, 0));
        yearRuns();
        for (Optional<Job> next = nextJob();
                next.isPresent() && !next.get().getDuedate().toInstant().isAfter(end);
                next = nextJob()) {
            goesOnToNext();
        }
        clock.set(end);
        yearRuns();
    }

    private Optional<Job> nextJob() {
        return jobs
                .createJobQuery()
                .tenantIdIn(cluster)
                .processDefinitionKey(ClusterYear.KEY)
                .withRetriesLeft()
                .list()
                .stream()
                .min(Comparator.comparing((Job job) -> job.getDuedate() == null ? new Date(0) : job.getDuedate()));
    }

    Meeting plansMeetingByHand(String from, String until) {
        return transaction.execute(status ->
                meetingStart.begin(cluster, LocalDate.parse(from), LocalDate.parse(until), person("koordinator")));
    }

    /** The model as if it had been asked for, adopted, and its day had come. */
    void agreesOn(String day, String meetingsAYear, String weekday) {
        isMorningOf(LocalDate.parse(day).minusDays(1).toString());
        transaction.executeWithoutResult(status -> {
            int round = models.begin(cluster, null, clock.instant().plusSeconds(86_400))
                    .orElseThrow()
                    .roundNo();
            models.keepDraft(
                    cluster,
                    round,
                    Choices.of(Map.of(Question.MEETINGS, List.of(meetingsAYear), Question.WEEKDAYS, List.of(weekday))),
                    "");
            models.inForce(models.adopt(
                    cluster, round, LocalDate.parse(day).minusDays(1), LocalDate.parse(day), person("koordinator")));
        });
    }

    void answersTask(String itemId, int year, String task, String role, Map<String, Object> form) {
        answers.give(cluster, plan.get(cluster, year, itemId).caseKey(), task, person(role), form);
    }

    /** Somebody listens to what the year says, where nobody else does. */
    void somebodyListens() {
        listen("accounts-probe", ClusterYear.ACCOUNTS_FELL_DUE);
        listen("assembly-probe", ClusterYear.ASSEMBLY_FELL_DUE);
    }

    private void listen(String key, String message) {
        if (instances.createEventSubscriptionQuery().eventName(message).count() == 0) {
            listeners.add(repository
                    .createDeployment()
                    .name(key)
                    .addModelInstance(key + ".bpmn", listening(key, message))
                    .deploy());
        }
    }

    private static org.camunda.bpm.model.bpmn.BpmnModelInstance listening(String key, String message) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("told")
                .message(message)
                .receiveTask("wait")
                .message(key + ".never")
                .endEvent()
                .done();
    }

    void nobodyListensAnyMore() {
        listeners.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        listeners.clear();
    }

    // what is seen

    List<YearItem> items(int year) {
        return plan.of(cluster, year);
    }

    YearItem item(int year, String id) {
        return plan.get(cluster, year, id);
    }

    List<Integer> yearsBegun() {
        return years.of(cluster).stream().map(Years.Begun::year).sorted().toList();
    }

    /** Cases that there have ever been of a year. */
    long casesOf(int year) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(ClusterYear.KEY)
                .processInstanceBusinessKey(ClusterYear.businessKey(cluster, year))
                .count();
    }

    String runningCase(int year) {
        return instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ClusterYear.businessKey(cluster, year))
                .singleResult()
                .getId();
    }

    /** What an earlier version did to a year that had begun. */
    void beginsAgain(int year) {
        cases.start(
                ClusterYear.KEY,
                cluster,
                ClusterYear.businessKey(cluster, year),
                Map.of(ClusterYearVariables.YEAR.name(), (long) year));
        yearRuns();
    }

    boolean isRunning(int year) {
        return instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(ClusterYear.businessKey(cluster, year))
                        .count()
                == 1;
    }

    long casesBegun(String process) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .tenantIdIn(cluster)
                .count();
    }

    /** What whoever is told of it knows. */
    List<Object> toldOf(String message) {
        String definition = instances.createEventSubscriptionQuery().eventName(message).list().stream()
                .map(subscription -> repository
                        .createProcessDefinitionQuery()
                        .messageEventSubscriptionName(message)
                        .latestVersion()
                        .singleResult()
                        .getKey())
                .findFirst()
                .orElseThrow();
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(definition)
                .tenantIdIn(cluster)
                .list()
                .stream()
                .map(told -> history.createHistoricVariableInstanceQuery()
                        .processInstanceId(told.getId())
                        .variableName("accountingYear")
                        .singleResult()
                        .getValue())
                .toList();
    }

    List<Meeting> meetings() {
        return meetings.all(cluster);
    }

    List<String> tasksOpen() {
        return tasks.createTaskQuery().tenantIdIn(cluster).processDefinitionKey(YearlyTask.KEY).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    LocalDate taskIsDue(String task) {
        return CopenhagenTime.dayOf(tasks.createTaskQuery()
                .tenantIdIn(cluster)
                .taskDefinitionKey(task)
                .singleResult()
                .getDueDate()
                .toInstant());
    }

    /** When a task of the year is offered to the board too. */
    LocalDate boardIsAskedOn(int year, String itemId) {
        String instance = instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(item(year, itemId).caseKey())
                .singleResult()
                .getId();
        return CopenhagenTime.dayOf(jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId("taskLeftUndone")
                .singleResult()
                .getDuedate()
                .toInstant());
    }

    /** Lets the timers of the year's tasks run. */
    void tasksFallOverdue(int days) {
        clock.advance(java.time.Duration.ofDays(days));
        for (List<Job> due = dueOfTasks(); !due.isEmpty(); due = dueOfTasks()) {
            jobs.executeJob(due.get(0).getId());
        }
    }

    private List<Job> dueOfTasks() {
        return jobs.createJobQuery()
                .tenantIdIn(cluster)
                .processDefinitionKey(YearlyTask.KEY)
                .duedateLowerThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .list();
    }

    void nothingStandsStill() {
        assertThat(instances.createIncidentQuery().tenantIdIn(cluster).list()).isEmpty();
    }

    RuntimeService instances() {
        return instances;
    }
}
