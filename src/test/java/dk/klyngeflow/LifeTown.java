package dk.klyngeflow;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.meetings.Postbox;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.statutes.StatutesText;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clusters that are founded, vote and hand over while their application is killed: what is begun in them from here, the mails that have
 * come to their people, and time, which passes for one case at once.
 */
@TestComponent
class LifeTown {

    private static final List<Post> POSTS =
            List.of(Post.COORDINATOR, Post.CHAIR, Post.TREASURER, Post.BOARD, Post.AUDITOR);

    private final ClusterRegister register;
    private final StatutesText statutes;
    private final Cases cases;
    private final RuntimeService instances;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final Postbox postbox;

    LifeTown(
            ClusterRegister register,
            StatutesText statutes,
            Cases cases,
            RuntimeService instances,
            JdbcClient jdbc,
            TestClock clock,
            GreenMail mailServer) {
        this.register = register;
        this.statutes = statutes;
        this.cases = cases;
        this.instances = instances;
        this.jdbc = jdbc;
        this.clock = clock;
        this.postbox = new Postbox(mailServer, "nobody@nowhere.example");
    }

    LocalDate today() {
        return CopenhagenTime.dayOf(clock.instant());
    }

    /** Its members are {@code <id>-m1} and so on, the first five with a post each; their ids are their passwords. */
    void open(String cluster, int members) {
        open(cluster, members, PaymentMode.PLO, null);
    }

    /** The same with an account in a bank. */
    void openWithAccount(String cluster, int members) {
        open(cluster, members, PaymentMode.OWN_ACCOUNT, "DK5000400440116243");
    }

    private void open(String cluster, int members, PaymentMode mode, @Nullable String account) {
        List<NewPerson> people = new ArrayList<>();
        for (int number = 1; number <= members; number++) {
            String id = cluster + "-m" + number;
            List<Post> posts =
                    number <= POSTS.size() ? List.of(POSTS.get(number - 1), Post.MEMBER) : List.of(Post.MEMBER);
            people.add(new NewPerson(id, "Læge " + number + " af " + cluster, id + "@liv.example", posts, null, id));
        }
        register.open(
                new Cluster(cluster, "Klyngen " + cluster, null, mode, cluster + "@liv.example", "Nord", account),
                List.of(),
                people);
        statutes.adopt(cluster, Map.of("digital_ballot", "true"), today());
    }

    void begins(String process, String cluster, Map<String, Object> variables) {
        cases.start(process, cluster, null, variables);
    }

    /** The link in her newest mail of that kind that has come to her mailbox. */
    Optional<String> code(String cluster, String purpose, String who, String saying) {
        List<String> ids = jdbc.sql("""
                        select o.message_id from klyngeflow.mail_outbox o
                        left join klyngeflow.person p on p.person_id = o.recipient_person
                        where o.cluster_id = :cluster and o.purpose = :purpose
                          and (o.recipient_person = :who or lower(coalesce(o.recipient_address, p.mail)) = lower(:who))
                        order by o.mail_id desc""")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .param("who", who)
                .query(String.class)
                .list();
        return ids.stream()
                .flatMap(id -> postbox.find(id).stream())
                .filter(came -> came.text().contains(saying))
                .findFirst()
                .flatMap(Postbox.Came::code);
    }

    Postbox postbox() {
        return postbox;
    }

    /** What she sends from the page that the link opens. @return empty when the link has nothing to ask any longer */
    static Optional<String> answers(Browser browser, String code, String... fields) {
        StringBuilder form = new StringBuilder("code=" + code);
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer = browser.submit("/svar/send", form.toString());
        if (answer.statusCode() == 200 && answer.body().contains("class=\"done\"")) {
            return Optional.of(answer.body());
        }
        if (answer.statusCode() == 409 || answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() == 400) {
            throw new IllegalArgumentException("refused " + form + ": " + answer.body());
        }
        throw new IllegalStateException("sending: " + answer.statusCode());
    }

    /** What the case waits for has come: its timers at that place are due. @return whether it waited there */
    boolean timeComes(String cluster, String activity) {
        return jdbc.sql("""
                                update act_ru_job j set duedate_ = localtimestamp - interval '3 hours'
                                from act_ru_jobdef d
                                where d.id_ = j.job_def_id_ and d.act_id_ = :activity and j.tenant_id_ = :cluster
                                  and j.duedate_ > localtimestamp - interval '1 hour'""")
                        .param("activity", activity)
                        .param("cluster", cluster)
                        .update()
                > 0;
    }

    void update(String sql, String cluster) {
        jdbc.sql(sql).param("cluster", cluster).update();
    }

    List<String> column(String sql, String cluster) {
        return jdbc.sql(sql).param("cluster", cluster).query(String.class).list();
    }

    @Nullable
    String one(String sql, String cluster) {
        return column(sql, cluster).stream().findFirst().orElse(null);
    }

    boolean isOpen(String cluster, String process) {
        return instances
                        .createProcessInstanceQuery()
                        .tenantIdIn(cluster)
                        .processDefinitionKey(process)
                        .count()
                > 0;
    }

    long incidents(String cluster) {
        return instances.createIncidentQuery().tenantIdIn(cluster).count();
    }
}
