package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.PostsOfTheDay;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import dk.klyngeflow.year.YearMornings;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * The words in which the life of one cluster is told that nobody has laid out: its people are strangers who have a browser and a mailbox.
 * Each acts by the link in a mail that was written to her, on an open page, or as herself in Tasklist; nothing is written for them.
 */
@TestComponent
class YearStory extends ProcessStory {

    private static final String WEB = "/camunda/api/engine/engine/default";
    private static final List<Integer> HOURS = List.of(8, 13, 20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WrittenMails mails;
    private final PostsOfTheDay night;
    private final YearMornings mornings;
    private final RepositoryService models;
    private final ServletWebServerApplicationContext server;

    /** By first name, the id that the cluster has given her. */
    private final Map<String, String> known = new LinkedHashMap<>();

    private final List<String> coordinators = new ArrayList<>();

    YearStory(
            World world,
            WrittenMails mails,
            PostsOfTheDay night,
            YearMornings mornings,
            RepositoryService models,
            ServletWebServerApplicationContext server) {
        super(world);
        this.mails = mails;
        this.night = night;
        this.mornings = mornings;
        this.models = models;
        this.server = server;
    }

    // the year

    void beginsOn(LocalDate day) {
        known.clear();
        coordinators.clear();
        cluster = "";
        clock.set(CopenhagenTime.at(day, LocalTime.of(8, 0)));
    }

    LocalDate today() {
        return CopenhagenTime.dayOf(clock.instant());
    }

    String day(int inDays) {
        return today().plusDays(inDays).toString();
    }

    /** Each day by its hours; at night posts begin and end. At every one of them the cluster is as it must be. */
    @Override
    public void daysPass(int days) {
        for (int day = 0; day < days; day++) {
            clock.set(CopenhagenTime.at(today().plusDays(1), LocalTime.of(0, 2)));
            night.turn();
            goesOn();
            for (int hour : HOURS) {
                clock.set(CopenhagenTime.at(today(), LocalTime.of(hour, 0)));
                if (hour == HOURS.get(0)) {
                    mornings.comes(cluster);
                }
                if (hour == HOURS.get(0) || isAnythingDue()) {
                    goesOn();
                }
            }
        }
    }

    void untilThereIs(String task) {
        untilThereIs(task, () -> {});
    }

    void untilThereIs(String task, Runnable daily) {
        for (int day = 0; !openKeys().contains(task); day++) {
            assertThat(day).as("days without %s", task).isLessThan(250);
            daysPass(1);
            daily.run();
        }
    }

    void untilMailed(String purpose, String who) {
        for (int day = 0; day < 120; day++) {
            if (!letters(purpose, who).isEmpty()) {
                return;
            }
            daysPass(1);
        }
        throw new AssertionError("after four months " + who + " has no mail " + purpose);
    }

    void until(LocalDate day) {
        until(day, () -> {});
    }

    /** @param daily what people do each day with what lies there */
    void until(LocalDate day, Runnable daily) {
        while (today().isBefore(day)) {
            daysPass(1);
            daily.run();
        }
    }

    private void goesOn() {
        dueJobsRun();
        allIsWell();
    }

    /** No incident, one coordinator and no more, and nothing waits that nobody can do. */
    private void allIsWell() {
        if (cluster.isEmpty()) {
            return;
        }
        noIncidentIsOpen();
        List<String> now = jdbc.sql("""
                        select person_id from klyngeflow.role_holder join klyngeflow.cluster using (cluster_id)
                        where cluster_id = :cluster and post = 'COORDINATOR' and begun_at is not null
                          and from_day <= :today and (until_day is null or until_day > :today)""")
                .param("cluster", cluster)
                .param("today", today())
                .query(String.class)
                .list();
        if (!coordinators.isEmpty() || !now.isEmpty()) {
            assertThat(now).as("coordinators on %s", today()).hasSize(1);
            if (coordinators.isEmpty()
                    || !coordinators.get(coordinators.size() - 1).equals(now.get(0))) {
                coordinators.add(now.get(0));
            }
        }
        for (Task task : openTasks()) {
            assertThat(hands(task))
                    .as("who can do %s on %s", task.getTaskDefinitionKey(), today())
                    .isNotEmpty();
        }
    }

    private Set<String> hands(Task task) {
        return HandsOfTasks.of(jdbc, cluster, members(), task);
    }

    /** Who has been coordinator, one after the other. */
    List<String> line() {
        return coordinators.stream().map(this::nameOf).toList();
    }

    // people

    /** The cluster that has come of it, whose people are known by their first names from now on. */
    void isTheClusterOf(String founder, String mail) {
        cluster = jdbc.sql("""
                        select f.cluster_id from klyngeflow.founding f join klyngeflow.person p on p.person_id = f.founder_id
                        where lower(p.mail) = lower(:mail) order by f.cluster_id desc limit 1""").param("mail", mail).query(String.class).single();
        meets(founder, mail);
    }

    void meets(String name, String mail) {
        known.put(
                name,
                jdbc.sql("""
                        select person_id from klyngeflow.person join klyngeflow.role_holder using (person_id)
                        where cluster_id = :cluster and lower(mail) = lower(:mail) limit 1""")
                        .param("cluster", cluster)
                        .param("mail", mail)
                        .query(String.class)
                        .single());
    }

    String id(String name) {
        assertThat(known).as("whom the cluster knows").containsKey(name);
        return known.getOrDefault(name, name);
    }

    private String nameOf(String id) {
        return known.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    // by mail and link

    List<String> letters(String purpose, String who) {
        return mails.texts(cluster, purpose, id(who));
    }

    /** Of a stranger whom no cluster knows yet. */
    void strangerAnswers(String purpose, String recipient, String... fields) {
        ByHand.answers(
                anybody(), ByHand.code(mails.texts("klyngeflow", purpose, recipient), purpose, recipient), fields);
    }

    /** On the page that the link in her newest mail of that kind opens. @return what it says then */
    String answers(String who, String purpose, String... fields) {
        String said = ByHand.answers(anybody(), ByHand.code(letters(purpose, who), purpose, who), fields);
        goesOn();
        return said;
    }

    /** Of several mails of that kind the one that says this. */
    void answersTheOne(String who, String purpose, String saying, String... fields) {
        List<String> it = letters(purpose, who).stream()
                .filter(letter -> letter.contains(saying))
                .toList();
        ByHand.answers(anybody(), ByHand.code(it, purpose + " „" + saying + "“", who), fields);
        goesOn();
    }

    /** What stands on the page that her newest link of that kind opens. */
    String opens(String who, String purpose) {
        return ByHand.opens(anybody(), ByHand.code(letters(purpose, who), purpose, who));
    }

    // on pages

    /** On a page that is open to everybody. */
    void fillsIn(String page, Map<String, String> form) {
        ByHand.fillsIn(anybody(), page, form);
    }

    /** Logged in as herself. */
    void fillsIn(String who, String page, Map<String, String> form) {
        ByHand.fillsIn(desk().person(who), page, form);
        goesOn();
    }

    /** On a page whose button sends elsewhere. */
    void fillsIn(String who, String page, String action, Map<String, ?> form) {
        ByHand.fillsIn(desk().person(who), page, action, form);
        goesOn();
    }

    String reads(String who, String page) {
        HttpResponse<String> answer = desk().person(who).get(page);
        assertThat(answer.statusCode()).as("%s for %s", page, who).isEqualTo(200);
        return answer.body();
    }

    // in Tasklist

    /** A desk anew: what a year does to a log-in is another story. */
    Desk desk() {
        return new Desk(port(), this::id, YearStory::password);
    }

    /** From the mail that says she has a post. */
    void choosesAPassword(String who) {
        answers(who, "login-invitation", "ny", password(who), "igen", password(who));
    }

    private static String password(String who) {
        return "fire grønne både til " + who;
    }

    void starts(String who, String process, Map<String, String> form) {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        HttpResponse<String> started =
                desk().person(who).send("POST", WEB + "/process-definition/" + model + "/submit-form", json(form));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        goesOn();
    }

    /** The only open task of that kind. */
    void does(String who, String task, Map<String, ?> form) {
        assertThat(desk().complete(who, keyOf(task), task, form))
                .as("%s finds %s", who, task)
                .isTrue();
        goesOn();
    }

    /** Of several open tasks of that kind the one that has lain longest. */
    void doesTheOldest(String who, String task, Map<String, ?> form) {
        assertThat(desk().complete(who, keyOf(oldest(task)), task, form))
                .as("%s finds %s", who, task)
                .isTrue();
        goesOn();
    }

    private Task oldest(String task) {
        return openTasks().stream()
                .filter(open -> open.getTaskDefinitionKey().equals(task))
                .min(Comparator.comparing(Task::getCreateTime))
                .orElseThrow();
    }

    /** One of those with whom it lies now. */
    String oneWhoCan(String task) {
        return whoCan(task).split("\\+")[0];
    }

    /** Whoever it lies with now, by name. */
    String whoCan(String task) {
        return hands(open(task)).stream().map(this::nameOf).sorted().collect(Collectors.joining("+"));
    }

    private Task open(String task) {
        Task open = tasks.createTaskQuery()
                .tenantIdIn(cluster)
                .taskDefinitionKey(task)
                .singleResult();
        assertThat(open).as("open task %s among %s", task, openKeys()).isNotNull();
        return open;
    }

    List<String> openKeys() {
        return openTasks().stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    private String keyOf(String task) {
        return keyOf(open(task));
    }

    private String keyOf(Task task) {
        return String.valueOf(instances
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    // what is

    /** How many mails of a kind the cluster's people have been written. */
    long mailed(String purpose) {
        return jdbc.sql(
                        "select count(*) from klyngeflow.mail_outbox where cluster_id = :cluster and purpose = :purpose")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query(Long.class)
                .single();
    }

    /** To one person, for one thing, one mail. */
    List<String> mailedTwice() {
        return jdbc.sql("""
                        select purpose || ' ' || coalesce(recipient_person, recipient_address) from klyngeflow.mail_outbox
                        where cluster_id = :cluster group by cluster_id, purpose, recipient_person, recipient_address, case_key,
                          model::text, link_id having count(*) > 1""").param("cluster", cluster).query(String.class).list();
    }

    private Browser anybody() {
        return Browser.anonymous(port());
    }

    private int port() {
        return server.getWebServer().getPort();
    }

    static String json(Object value) {
        try {
            if (value instanceof Map<?, ?> form) {
                Map<String, Object> variables = new LinkedHashMap<>();
                form.forEach((name, sent) ->
                        variables.put(String.valueOf(name), Map.of("value", String.valueOf(sent), "type", "String")));
                return JSON.writeValueAsString(Map.of("variables", variables));
            }
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
