package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.OwnCommand;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The post as coordinator, as it is handed over, lent for a leave, and taken on by the chair. The caller has checked who may. */
@Component
public class CoordinatorPosts {

    private final JdbcClient jdbc;
    private final Posts posts;
    private final People people;
    private final CopenhagenTime time;

    CoordinatorPosts(JdbcClient jdbc, Posts posts, People people, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.people = people;
        this.time = time;
    }

    /** The id of today's coordinator. */
    public Optional<String> now(String clusterId) {
        return on(clusterId, time.today());
    }

    public Optional<String> on(String clusterId, LocalDate day) {
        return posts.line(clusterId).on(day).map(CoordinatorLine.Term::personId);
    }

    /** On that day or later. */
    public boolean hasHeldSince(String clusterId, String personId, LocalDate day) {
        return posts.all(clusterId).stream()
                .anyMatch(held -> held.isHeld(personId, Post.COORDINATOR)
                        && !held.isOver(day)
                        && !held.from().isAfter(time.today()));
    }

    /** Today or from a day to come. */
    public boolean isOrWillBe(String clusterId, String personId) {
        return posts.of(clusterId, personId).stream().anyMatch(held -> held.post() == Post.COORDINATOR);
    }

    /** True for a member on that day who has no end set. */
    public boolean isEligible(String clusterId, String personId, LocalDate day) {
        return membership(clusterId, personId, day)
                .filter(held -> held.until() == null)
                .isPresent();
    }

    /** Whoever may be coordinator next: the members but today's coordinator and who audits what a coordinator approves, by name. */
    public List<Person> eligible(String clusterId) {
        String now = now(clusterId).orElse("");
        List<Person> auditors = people.holding(clusterId, Post.AUDITOR);
        return people.holding(clusterId, Post.MEMBER).stream()
                .filter(person -> !person.id().equals(now)
                        && auditors.stream().noneMatch(each -> each.id().equals(person.id()))
                        && isEligible(clusterId, person.id(), time.today()))
                .toList();
    }

    /** Who acts when the coordinator stops at once: the chair, else the treasurer, else another of the board; never the coordinator. */
    public Optional<String> acting(String clusterId) {
        String now = now(clusterId).orElse("");
        return List.of(Post.CHAIR, Post.TREASURER, Post.BOARD).stream()
                .flatMap(post -> people.holding(clusterId, post).stream())
                .map(Person::id)
                .filter(person -> !person.equals(now) && isEligible(clusterId, person, time.today()))
                .findFirst();
    }

    /** Lets the next coordinator into Tasklist until that day, with the tasks of the handover and no other. */
    @Transactional
    public void expect(String clusterId, String personId) {
        OwnCommand.run(
                () -> posts.give(clusterId, personId, Post.SUCCESSOR, provider(clusterId, personId), time.today()));
    }

    /** She is no longer expected. */
    @Transactional
    public void expectNoLonger(String clusterId, String personId) {
        OwnCommand.run(() -> posts.end(clusterId, personId, Post.SUCCESSOR, time.today()));
    }

    /** From that day she is coordinator, and nobody else. */
    @Transactional
    public void handOver(String clusterId, String personId, LocalDate day) {
        lock(clusterId);
        OwnCommand.run(() -> posts.handOver(clusterId, personId, provider(clusterId, personId), day));
    }

    /**
     * She is coordinator until the other comes back; both changes are made now.
     *
     * @throws dk.klyngeflow.engine.FormRefused when it does not fit with what is agreed
     */
    @Transactional
    public void standIn(String clusterId, String personId, LocalDate from, LocalDate until) {
        lock(clusterId);
        CoordinatorLine line = posts.line(clusterId).standIn(personId, from, until);
        OwnCommand.run(() -> posts.follow(clusterId, line, provider(clusterId, personId)));
    }

    /** As {@link #standIn}, without doing it. */
    public void checkStandIn(String clusterId, String personId, LocalDate from, LocalDate until) {
        posts.line(clusterId).standIn(personId, from, until);
    }

    /** Lengthens or shortens it; on its first day or before it never was. */
    @Transactional
    public void changeEnd(String clusterId, String standIn, LocalDate from, LocalDate until) {
        lock(clusterId);
        CoordinatorLine line = posts.line(clusterId);
        CoordinatorLine changed = line.endsOn(standIn, from, until);
        String back = changed.on(until).map(CoordinatorLine.Term::personId).orElse(standIn);
        OwnCommand.run(() -> posts.follow(clusterId, changed, provider(clusterId, back)));
    }

    /** The first day on which the stand-in who began then is coordinator no longer; empty when she is none any more. */
    public Optional<LocalDate> endOf(String clusterId, String standIn, LocalDate from) {
        return posts.line(clusterId).begunOn(standIn, from).flatMap(term -> Optional.ofNullable(term.until()));
    }

    private Optional<HeldPost> membership(String clusterId, String personId, LocalDate day) {
        return posts.of(clusterId, personId).stream()
                .filter(held -> held.post() == Post.MEMBER && held.isOn(day))
                .findFirst();
    }

    private @Nullable String provider(String clusterId, String personId) {
        return posts.of(clusterId, personId).stream()
                .map(HeldPost::providerNumber)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** As whoever changes the cluster's people does: one at a time. */
    private void lock(String clusterId) {
        jdbc.sql("select cluster_id from klyngeflow.cluster where cluster_id = :cluster for no key update")
                .param("cluster", clusterId)
                .query(String.class)
                .single();
    }
}
