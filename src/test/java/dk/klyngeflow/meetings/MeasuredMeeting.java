package dk.klyngeflow.meetings;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.followup.WrapUpForms;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole meeting through the application's own code, step by step on a meter; looking for what is to be done next is not counted. */
@TestComponent
class MeasuredMeeting {

    static final List<String> PHASES = List.of(
            "plan",
            "dates asked",
            "dates answered",
            "date found and told",
            "agenda and invitations",
            "replies",
            "until it is held",
            "attendance, key points, minutes",
            "follow-up");

    private final MeetingTown town;
    private final People people;
    private final Meetings meetings;
    private final MeetingPlanning planning;
    private final WrapUpForms forms;
    private final Answers answers;
    private final Links links;
    private final Map<String, LinkPage> pages = new HashMap<>();
    private final TaskService tasks;
    private final RuntimeService instances;
    private final ManagementService jobs;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    private Meter meter = new Meter();
    private int clusters;
    private String cluster = "";
    private String key = "";

    MeasuredMeeting(
            MeetingTown town,
            People people,
            Meetings meetings,
            MeetingPlanning planning,
            WrapUpForms forms,
            Answers answers,
            Links links,
            Collection<LinkPage> pages,
            TaskService tasks,
            RuntimeService instances,
            ManagementService jobs,
            TransactionTemplate transaction,
            TestClock clock) {
        this.town = town;
        this.people = people;
        this.meetings = meetings;
        this.planning = planning;
        this.forms = forms;
        this.answers = answers;
        this.links = links;
        pages.forEach(page -> this.pages.put(page.purpose(), page));
        this.tasks = tasks;
        this.instances = instances;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From the wish to closed, in a cluster of its own, everybody answering everything. */
    void hold(int members, Meter newMeter) {
        clock.reset();
        cluster = "maales" + ++clusters;
        town.open(cluster, members, false);
        meter = newMeter;
        LocalDate today = MeetingTown.today(clock);
        meter.during(
                "plan",
                () -> key = planning.start(cluster, today.plusWeeks(11), today.plusWeeks(13), false, coordinator()));
        gives("plan", "", "planMeeting", town.plan(cluster, "Diabetes og nyrer", ""));
        untilTaskOrAnswers("dates asked", "date-poll");
        everybody("dates answered", "date-poll", "YES");
        untilTask("date found and told", "/dato", "confirmDate");
        gives("date found and told", "/dato", "confirmDate", Map.of("chosenDate", town.firstDate(cluster, key)));
        untilTaskOrAnswers("date found and told", "rsvp");
        untilTask("agenda and invitations", "", "approveAgenda");
        gives(
                "agenda and invitations",
                "",
                "approveAgenda",
                Map.of("agenda", meeting().agenda(), "place", "Havnen"));
        dueJobsRun("agenda and invitations");
        everybody("replies", "rsvp", "YES");
        wrapUp();
        followUp();
        if (meeting().status() != MeetingStatus.CLOSED) {
            throw new AssertionError("the meeting is " + meeting().status());
        }
    }

    private void wrapUp() {
        String phase = "attendance, key points, minutes";
        untilTask("until it is held", "/referat", "recordMeeting");
        Map<String, Object> recording = forms.recording(meeting());
        String noteTaker = String.valueOf(recording.get("noteTaker"));
        gives(phase, "/referat", "recordMeeting", recording);
        dueJobsRun(phase);
        says(phase, "key-points", noteTaker, Map.of("keyPoints", List.of("Vi måler nyretal hos alle.")));
        untilTask(phase, "/referat", "approveMinutes");
        gives(phase, "/referat", "approveMinutes", forms.approval(meeting()));
        dueJobsRun(phase);
    }

    private void followUp() {
        untilTask("follow-up", "/opfoelgning", "reMeasure");
        gives("follow-up", "/opfoelgning", "reMeasure", Map.of("decision", "DECLINED", "reason", "Vi har ikke data"));
        for (int round = 0; round < 50 && town.isOpen(cluster, key); round++) {
            next("follow-up");
        }
    }

    private String coordinator() {
        return cluster + "-" + MeetingTown.COORDINATOR;
    }

    private Meeting meeting() {
        return meetings.byKey(cluster, key).orElseThrow();
    }

    private void gives(String phase, String part, String task, Map<String, ?> answer) {
        meter.during(phase, () -> answers.give(cluster, key + part, task, coordinator(), new HashMap<>(answer)));
    }

    private void everybody(String phase, String purpose, String answer) {
        people.holding(cluster, Role.MEMBER).stream().map(Person::id).forEach(member -> {
            Map<String, List<String>> sent = new HashMap<>();
            page(purpose).show(held(purpose, member)).orElseThrow().blocks().stream()
                    .filter(Block.Choice.class::isInstance)
                    .map(Block.Choice.class::cast)
                    .filter(choice -> choice.required())
                    .forEach(choice -> sent.put(choice.name(), List.of(answer)));
            says(phase, purpose, member, sent);
        });
    }

    /** As the page of links does it: shown once more, since what comes is held against it, and kept. */
    private void says(String phase, String purpose, String member, Map<String, List<String>> sent) {
        Held held = held(purpose, member);
        meter.during(phase, () -> {
            page(purpose).show(held);
            transaction.execute(status -> page(purpose).answer(held, sent));
        });
    }

    private LinkPage page(String purpose) {
        return Objects.requireNonNull(pages.get(purpose));
    }

    private Held held(String purpose, String member) {
        return links.heldBy(cluster, purpose, member).get(0);
    }

    private void untilTaskOrAnswers(String phase, String purpose) {
        for (int round = 0; links.heldBy(cluster, purpose, coordinator()).isEmpty(); round++) {
            notTooLong(round, purpose);
            next(phase);
        }
        dueJobsRun(phase);
    }

    private void untilTask(String phase, String part, String task) {
        for (int round = 0; !isOpen(part, task); round++) {
            notTooLong(round, task);
            next(phase);
        }
    }

    private boolean isOpen(String part, String task) {
        return tasks.createTaskQuery()
                        .tenantIdIn(cluster)
                        .processInstanceBusinessKey(key + part)
                        .taskDefinitionKey(task)
                        .count()
                > 0;
    }

    private void notTooLong(int round, String what) {
        if (round > 50) {
            throw new AssertionError(what + " never comes in "
                    + instances.createProcessInstanceQuery().tenantIdIn(cluster).list());
        }
    }

    private void dueJobsRun(String phase) {
        while (nextJob().filter(job -> !due(job).isAfter(clock.instant())).isPresent()) {
            next(phase);
        }
    }

    /** Runs the job that is due first, at its own moment. */
    private void next(String phase) {
        Job job = nextJob().orElseThrow(() -> new AssertionError("nothing ever happens in " + cluster));
        if (due(job).isAfter(clock.instant())) {
            clock.set(due(job));
        }
        meter.during(phase, () -> jobs.executeJob(job.getId()));
    }

    private Optional<Job> nextJob() {
        return jobs.createJobQuery().tenantIdIn(cluster).withRetriesLeft().list().stream()
                .min(Comparator.comparing(this::due));
    }

    private Instant due(Job job) {
        Date due = job.getDuedate();
        return due == null ? clock.instant() : due.toInstant();
    }
}
