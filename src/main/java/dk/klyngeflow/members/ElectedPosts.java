package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.OwnCommand;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives posts to those who have been elected, on their day, and takes them from those they follow. */
@Component
public class ElectedPosts {

    private static final Logger LOG = LoggerFactory.getLogger(ElectedPosts.class);

    private final Posts posts;
    private final People people;
    private final CopenhagenTime time;

    ElectedPosts(Posts posts, People people, CopenhagenTime time) {
        this.posts = posts;
        this.people = people;
        this.time = time;
    }

    /**
     * Whoever is elected anew goes on as before. The cluster has one coordinator every day, and one chair and treasurer at most; and nobody
     * audits what she has a part in: what does not go with the new post ends on its day.
     *
     * @param leaving who gives up a post that several hold; ids
     * @param wanted the day agreed upon; today when that is over
     */
    @Transactional
    public void take(String clusterId, Post post, List<String> elected, Collection<String> leaving, LocalDate wanted) {
        // a step calls it: tasks go to those who are in the groups afterwards
        OwnCommand.run(() -> give(clusterId, post, elected, leaving, wanted));
    }

    private void give(String clusterId, Post post, List<String> elected, Collection<String> leaving, LocalDate wanted) {
        LocalDate from = wanted.isBefore(time.today()) ? time.today() : wanted;
        if (post == Post.COORDINATOR) {
            elected.forEach(person -> posts.handOver(clusterId, person, practiceOf(clusterId, person), from));
            return;
        }
        boolean isOfOne = post == Post.CHAIR || post == Post.TREASURER;
        Collection<String> ending = isOfOne
                ? people.holding(clusterId, post).stream().map(Person::id).toList()
                : leaving;
        ending.stream()
                .filter(person -> !elected.contains(person))
                .forEach(person -> posts.end(clusterId, person, post, from));
        for (String person : elected) {
            if (post == Post.AUDITOR
                    && posts.line(clusterId)
                            .on(from)
                            .filter(term -> term.personId().equals(person))
                            .isPresent()) {
                LOG.info("{} is coordinator of {} on {} and does not become auditor", person, clusterId, from);
                continue;
            }
            posts.give(clusterId, person, post, practiceOf(clusterId, person), from);
            posts.endApart(clusterId, person, post, from);
        }
    }

    private @Nullable String practiceOf(String clusterId, String personId) {
        for (HeldPost held : posts.of(clusterId, personId)) {
            if (held.post() == Post.MEMBER) {
                return held.providerNumber();
            }
        }
        return null;
    }
}
