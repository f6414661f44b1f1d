package dk.klyngeflow.members;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has sat in which post from when to when, and until which year each was elected, for whoever reckons when a term ends. */
@Component
public class TermsOfPosts {

    private final Posts posts;
    private final JdbcClient jdbc;

    TermsOfPosts(Posts posts, JdbcClient jdbc) {
        this.posts = posts;
        this.jdbc = jdbc;
    }

    /**
     * One holding of a post.
     *
     * @param until the first day she no longer holds it; null when no end is set
     * @param electedUntil the year of the ordinary assembly at which it is up for election; null when nobody has noted it
     */
    public record Term(
            Post post,
            String personId,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable Integer electedUntil) {

        public boolean isOn(LocalDate day) {
            return !since.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    private record Noted(String personId, LocalDate from, int electedUntil) {

        /** The day on which the post is handed over may have been moved; what was noted for an earlier time in the post is over. */
        boolean isOf(HeldPost held) {
            boolean isEarlier = held.until() != null && !from.isBefore(held.until());
            return !isEarlier
                    && (!from.isBefore(held.from())
                            || electedUntil > held.from().getYear());
        }
    }

    /** All that there were, are and are agreed upon, the oldest first. */
    public List<Term> of(String clusterId, Post post) {
        Map<String, Noted> noted =
                noted(clusterId, post).stream().collect(Collectors.toMap(Noted::personId, Function.identity()));
        return posts.all(clusterId).stream()
                .filter(held -> held.post() == post && !Objects.equals(held.from(), held.until()))
                .map(held -> new Term(
                        post,
                        held.personId(),
                        held.from(),
                        held.until(),
                        Optional.ofNullable(noted.get(held.personId()))
                                .filter(known -> known.isOf(held))
                                .map(Noted::electedUntil)
                                .orElse(null)))
                .toList();
    }

    private List<Noted> noted(String clusterId, Post post) {
        return jdbc.sql("""
                        select person_id, from_day, elected_until from klyngeflow.post_term
                        where cluster_id = :cluster and post = :post""")
                .param("cluster", clusterId)
                .param("post", post.name())
                .query((row, number) -> new Noted(
                        row.getString("person_id"),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("elected_until")))
                .list();
    }

    /** They have been elected to it from that day; what an earlier election said of them is over. */
    public void note(String clusterId, Post post, Collection<String> elected, LocalDate from, int electedUntil) {
        for (String person : elected) {
            jdbc.sql("""
                            insert into klyngeflow.post_term (cluster_id, post, person_id, from_day, elected_until)
                            values (:cluster, :post, :person, :from, :until)
                            on conflict (cluster_id, post, person_id)
                            do update set from_day = excluded.from_day, elected_until = excluded.elected_until""")
                    .param("cluster", clusterId)
                    .param("post", post.name())
                    .param("person", person)
                    .param("from", from)
                    .param("until", electedUntil)
                    .update();
        }
    }
}
