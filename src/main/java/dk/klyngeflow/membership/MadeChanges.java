package dk.klyngeflow.membership;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.PeopleChanged;
import dk.klyngeflow.privacy.Erasure;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees that what was asked for has been done on the page of people: the case then goes on by itself. */
@Component
class MadeChanges {

    private static final String NOT_YET =
            "Det er ikke gjort på siden Folk endnu. Gør det dér først: linket står øverst i opgaven.";

    private final MemberWishes wishes;
    private final Cases cases;
    private final Erasure erasure;
    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MadeChanges(MemberWishes wishes, Cases cases, Erasure erasure, JdbcClient jdbc, CopenhagenTime time) {
        this.wishes = wishes;
        this.cases = cases;
        this.erasure = erasure;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** An erasure cannot be taken back: it is always decided by hand. */
    @EventListener
    void made(PeopleChanged changed) {
        String cluster = changed.clusterId();
        wishes.open(cluster).stream()
                .filter(wish -> wish.kind() != WishKind.ERASE && isMade(wish))
                .forEach(wish -> cases.tell(
                        MembershipRequest.MADE,
                        cluster,
                        MembershipRequest.businessKey(cluster, wish.requestId()),
                        wishes.settle(cluster, wish.requestId(), true, "")));
    }

    /** Why it cannot be said that it is done; empty when it can. */
    Optional<String> objectionTo(MemberWish wish) {
        if (wish.kind() == WishKind.ERASE) {
            return wish.personId() == null ? Optional.empty() : erasure.objectionTo(wish.personId());
        }
        return isMade(wish) ? Optional.empty() : Optional.of(NOT_YET);
    }

    private boolean isMade(MemberWish wish) {
        return switch (wish.kind()) {
            case JOIN -> is("""
                        exists (select from klyngeflow.person p join klyngeflow.role_holder r on r.person_id = p.person_id
                          where r.cluster_id = :cluster and lower(p.mail) = lower(:mail) and lower(p.name) = lower(:name)
                            and (r.until_day is null or r.until_day > :today))""", wish);
            case LEAVE -> is("""
                        not exists (select from klyngeflow.role_holder r
                          where r.cluster_id = :cluster and r.person_id = :person
                            and (r.until_day is null or r.until_day > greatest(cast(:asked as date), :today)))""", wish);
            case PRACTICE_LEAVES -> is("""
                        exists (select from klyngeflow.practice p
                          where p.cluster_id = :cluster and p.provider_number = :number and p.until_day is not null)""", wish);
            case ERASE -> is("""
                        not exists (select from klyngeflow.role_holder r
                          where r.cluster_id = :cluster and r.person_id = :person and r.until_day is null)""", wish);
            case CORRECT -> is("""
                        exists (select from klyngeflow.person p where p.person_id = :person and :cluster <> ''
                          and (:name = '' or p.name = :name) and (:mail = '' or lower(p.mail) = lower(:mail)))""", wish);
        };
    }

    private boolean is(String what, MemberWish wish) {
        return jdbc.sql("select " + what)
                .param("cluster", wish.clusterId())
                .param("person", wish.personId())
                .param("name", wish.typed().name())
                .param("mail", wish.typed().mail())
                .param("number", wish.typed().providerNumber())
                .param("asked", wish.typed().fromDay())
                .param("today", time.today())
                .query(Boolean.class)
                .single();
    }
}
