package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.OpenTasks;
import dk.klyngeflow.security.Identities;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds which post from which day to which. When the day comes the engine's groups, open tasks, mandates and whoever listens follow:
 * at once for today and the past, in the night otherwise. That each cluster has exactly one coordinator is the database's to see to.
 */
@Repository
class Posts {

    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);
    private static final String SELECT = """
            select role_holder_id, person_id, post, provider_number, from_day, until_day from klyngeflow.role_holder
            where cluster_id = :cluster\s""";
    private static final RowMapper<HeldPost> ROW = (row, number) -> new HeldPost(
            row.getLong("role_holder_id"),
            row.getString("person_id"),
            Post.valueOf(row.getString("post")),
            row.getString("provider_number"),
            row.getObject("from_day", LocalDate.class),
            row.getObject("until_day", LocalDate.class));

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Mandates mandates;
    private final Duties duties;
    private final People people;
    private final OpenTasks openTasks;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    Posts(
            JdbcClient jdbc,
            Identities identities,
            Mandates mandates,
            Duties duties,
            People people,
            OpenTasks openTasks,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.mandates = mandates;
        this.duties = duties;
        this.people = people;
        this.openTasks = openTasks;
        this.time = time;
        this.events = events;
    }

    /** All posts that there are, were or will be in the cluster, the oldest first. */
    List<HeldPost> all(String clusterId) {
        return jdbc.sql(SELECT + "order by from_day, role_holder_id")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** Those of one person that are not over. */
    List<HeldPost> of(String clusterId, String personId) {
        return all(clusterId).stream()
                .filter(held -> held.personId().equals(personId) && !held.isOver(time.today()))
                .toList();
    }

    /** Nothing happens when she holds it on that day already. */
    void give(String clusterId, String personId, Post post, @Nullable String providerNumber, LocalDate from) {
        boolean given = insert(clusterId, personId, post, providerNumber, from, null) == 1;
        if (!given) {
            return;
        }
        events.publishEvent(new PostGiven(clusterId, personId, post, from));
        begin(clusterId, time.today(), true);
    }

    /** Ends the post that she holds on that day, or takes back the one that was to come. */
    void end(String clusterId, String personId, Post post, LocalDate until) {
        close(clusterId, personId, post, until);
        finish(clusterId, time.today());
    }

    /** The cluster is closed: nobody holds a post from today on. */
    void endAll(String clusterId) {
        LocalDate today = time.today();
        all(clusterId).stream()
                .filter(held -> !held.isOver(today))
                .forEach(held -> close(clusterId, held.personId(), held.post(), today));
        finish(clusterId, today);
    }

    /** From one coordinator to the next without a day between or a day of both. */
    void handOver(String clusterId, String successor, @Nullable String providerNumber, LocalDate from) {
        follow(clusterId, line(clusterId).handOver(successor, from), providerNumber);
        endApart(clusterId, successor, Post.COORDINATOR, from);
    }

    /** From the day of that post on she holds none that does not go with it. That of the coordinator is never ended, only handed over. */
    void endApart(String clusterId, String personId, Post taken, LocalDate from) {
        of(clusterId, personId).stream()
                .map(HeldPost::post)
                .filter(post -> post != Post.COORDINATOR && post.isApartFrom(taken))
                .distinct()
                .forEach(post -> end(clusterId, personId, post, from));
    }

    /** Who is coordinator from when to when, in the past and in what is agreed. */
    CoordinatorLine line(String clusterId) {
        return new CoordinatorLine(coordinators(clusterId)
                .map(held -> new CoordinatorLine.Term(held.personId(), held.from(), held.until()))
                .toList());
    }

    private Stream<HeldPost> coordinators(String clusterId) {
        return all(clusterId).stream()
                .filter(held -> held.post() == Post.COORDINATOR && !held.from().equals(held.until()));
    }

    /**
     * Makes the posts as the line says. What has begun is history: it is never taken away, unless it began today.
     *
     * @param providerNumber of those who become coordinator anew
     */
    void follow(String clusterId, CoordinatorLine line, @Nullable String providerNumber) {
        List<HeldPost> before = coordinators(clusterId).toList();
        // whoever hears of it sees all of it
        List<Object> facts = new ArrayList<>();
        for (HeldPost held : before) {
            if (line.begunOn(held.personId(), held.from()).isEmpty()) {
                if (held.from().isBefore(time.today())) {
                    throw new DataIntegrityViolationException("post " + held.id() + " has begun");
                }
                takeBack(clusterId, held);
                facts.add(new PostEnded(clusterId, held.personId(), Post.COORDINATOR, held.from()));
            }
        }
        // those that grow shorter first: the others need the room
        for (boolean longer : List.of(false, true)) {
            for (HeldPost held : before) {
                line.begunOn(held.personId(), held.from())
                        .filter(term -> !Objects.equals(term.until(), held.until()))
                        .filter(term -> longer == term.lastsLongerThan(held.until()))
                        .ifPresent(term -> {
                            ends(clusterId, held, term.until());
                            if (term.until() != null) {
                                facts.add(new PostEnded(clusterId, held.personId(), Post.COORDINATOR, term.until()));
                            }
                        });
            }
        }
        for (CoordinatorLine.Term term : line.terms()) {
            if (before.stream().noneMatch(held -> term.isSame(held.personId(), held.from()))
                    && insert(clusterId, term.personId(), Post.COORDINATOR, providerNumber, term.from(), term.until())
                            == 1) {
                facts.add(new PostGiven(clusterId, term.personId(), Post.COORDINATOR, term.from()));
            }
        }
        turn(clusterId);
        facts.forEach(events::publishEvent);
    }

    private void takeBack(String clusterId, HeldPost held) {
        people.forget(clusterId);
        jdbc.sql("delete from klyngeflow.role_holder where role_holder_id = :id and begun_at is null")
                .param("id", held.id())
                .update();
        ends(clusterId, held, held.from());
    }

    private void ends(String clusterId, HeldPost held, @Nullable LocalDate until) {
        people.forget(clusterId);
        // who had ended already and goes on after all begins anew: with her groups, and with her tasks
        jdbc.sql("""
                        update klyngeflow.role_holder set until_day = :until,
                          begun_at = case when ended_at is null or :until <= :today then begun_at end,
                          ended_at = case when :until <= :today then ended_at end
                        where role_holder_id = :id""")
                .param("until", until, Types.DATE)
                .param("today", time.today())
                .param("id", held.id())
                .update();
    }

    private void close(String clusterId, String personId, Post post, LocalDate until) {
        for (HeldPost held : all(clusterId)) {
            if (!held.isHeld(personId, post) || held.isOver(until)) {
                continue;
            }
            people.forget(clusterId);
            boolean neverBegins = held.from().isAfter(until);
            jdbc.sql(
                            neverBegins
                                    ? "delete from klyngeflow.role_holder where role_holder_id = :id and begun_at is null"
                                    : "update klyngeflow.role_holder set until_day = :until where role_holder_id = :id")
                    .param("until", until)
                    .param("id", held.id())
                    .update();
            events.publishEvent(new PostEnded(clusterId, personId, post, until));
        }
    }

    /** All her posts are in another practice from that day; nobody is told that she has left or come. */
    void move(String clusterId, String personId, String providerNumber, LocalDate from) {
        for (HeldPost held : of(clusterId, personId)) {
            if (held.isOver(from) || (held.providerNumber() == null && held.post() != Post.MEMBER)) {
                continue;
            }
            people.forget(clusterId);
            if (!held.from().isBefore(from)) {
                jdbc.sql("update klyngeflow.role_holder set provider_number = :provider where role_holder_id = :id")
                        .param("provider", providerNumber)
                        .param("id", held.id())
                        .update();
            } else {
                jdbc.sql("update klyngeflow.role_holder set until_day = :until where role_holder_id = :id")
                        .param("until", from)
                        .param("id", held.id())
                        .update();
                insert(clusterId, personId, held.post(), providerNumber, from, held.until());
            }
        }
        turn(clusterId);
    }

    private int insert(
            String clusterId,
            String personId,
            Post post,
            @Nullable String providerNumber,
            LocalDate from,
            @Nullable LocalDate until) {
        people.forget(clusterId);
        return jdbc.sql("""
                        insert into klyngeflow.role_holder
                          (cluster_id, person_id, post, provider_number, from_day, until_day)
                        select :cluster, :person, :post, :provider, :from, :until
                        where not exists (
                          select from klyngeflow.role_holder
                          where cluster_id = :cluster and person_id = :person and post = :post
                            and from_day <= :from and (until_day is null or until_day > :from))""")
                .param("cluster", clusterId)
                .param("person", personId)
                .param("post", post.name())
                .param("provider", providerNumber)
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** Whose posts begin or end today or should have: they do now. Twice the same changes nothing. */
    @Transactional
    public void turn(String clusterId) {
        begin(clusterId, time.today(), true);
        finish(clusterId, time.today());
    }

    /** Of a cluster in founding: she may be asked by link, and nothing begins before the cluster is open. */
    void expect(String clusterId, String personId) {
        insert(clusterId, personId, Post.MEMBER, null, time.today(), null);
    }

    /** What {@link #expect} wrote. */
    void expectNobody(String clusterId) {
        people.forget(clusterId);
        jdbc.sql("delete from klyngeflow.role_holder where cluster_id = :cluster and begun_at is null")
                .param("cluster", clusterId)
                .update();
    }

    /** Clusters in which something is to begin or end. */
    List<String> due() {
        return jdbc.sql("""
                        select distinct cluster_id from klyngeflow.role_holder join klyngeflow.cluster using (cluster_id)
                        where not in_founding and ((begun_at is null and from_day <= :today)
                           or (until_day is not null and ended_at is null and until_day <= :today))""").param("today", time.today()).query(String.class).list();
    }

    /**
     * @param joins false for a cluster that nobody has known before: whoever is in it from its first moment has come to nothing that is
     *     under way
     */
    void begin(String clusterId, LocalDate today, boolean joins) {
        List<HeldPost> beginning = jdbc.sql(
                        SELECT + "and begun_at is null and from_day <= :today order by role_holder_id for update")
                .param("cluster", clusterId)
                .param("today", today)
                .query(ROW)
                .list();
        if (beginning.isEmpty()) {
            return;
        }
        mark("begun_at", beginning);
        List<HeldPost> all = all(clusterId);
        List<HeldPost> begun = beginning.stream()
                .filter(held -> !held.isOver(today) && all.stream().noneMatch(held::goesOnFrom))
                .toList();
        identities.give(
                clusterId,
                begun.stream()
                        .map(held -> new Identities.Given(
                                held.personId(), held.post().role()))
                        .toList());
        mandates.tasksFollow(clusterId, begun);
        for (HeldPost held : begun) {
            if (joins && held.post() == Post.MEMBER) {
                events.publishEvent(new MemberJoined(clusterId, held.personId()));
            }
            LOG.info("{} is {} of {} from {}", held.personId(), held.post(), clusterId, held.from());
        }
    }

    private void finish(String clusterId, LocalDate today) {
        List<HeldPost> ending = jdbc.sql(SELECT + """
                                and ended_at is null and until_day <= :today order by role_holder_id for update""")
                .param("cluster", clusterId)
                .param("today", today)
                .query(ROW)
                .list();
        for (HeldPost held : ending) {
            mark("ended_at", List.of(held));
            List<HeldPost> left = of(clusterId, held.personId()).stream()
                    .filter(other -> other.isOn(today))
                    .toList();
            if (left.stream().anyMatch(other -> other.post() == held.post())) {
                continue;
            }
            leave(clusterId, held, left);
            LOG.info("{} is no longer {} of {} from {}", held.personId(), held.post(), clusterId, held.until());
        }
    }

    private void leave(String clusterId, HeldPost held, List<HeldPost> left) {
        String person = held.personId();
        if (left.stream().noneMatch(other -> other.post().role() == held.post().role())) {
            identities.take(person, clusterId, held.post().role());
        }
        mandates.lapse(clusterId, person, ClusterRegister.KLYNGEFLOW);
        boolean worksNoLonger = left.stream()
                .noneMatch(other ->
                        other.post() != Post.AUDITOR && other.post().role().isStaff());
        openTasks.leave(clusterId, person, duty -> worksNoLonger || isLostWith(held.post(), duty, left));
        if (held.post() == Post.MEMBER) {
            events.publishEvent(new MemberLeft(clusterId, person));
        }
    }

    private boolean isLostWith(Post post, String dutyId, List<HeldPost> left) {
        Duty duty = duties.get(dutyId);
        boolean stillHasRole = left.stream().anyMatch(other -> other.post().role() == duty.role());
        return duty.role() == post.role() && (!stillHasRole || (duty.first() == post));
    }

    private void mark(String column, List<HeldPost> turning) {
        UnaryOperator<String> setting = name -> "update klyngeflow.role_holder set " + name
                + " = :now where role_holder_id = any(:ids) and " + name + " is null";
        int marked = jdbc.sql(setting.apply(column))
                .param("now", Timestamp.from(time.now()))
                .param("ids", turning.stream().map(HeldPost::id).toArray(Long[]::new))
                .update();
        if (marked != turning.size()) {
            throw new OptimisticLockingFailureException("posts " + turning + " have turned already");
        }
    }
}
