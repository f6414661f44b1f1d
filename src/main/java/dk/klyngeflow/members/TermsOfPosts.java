package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who sits in which post since when, for whoever reckons when a term ends. */
@Component
public class TermsOfPosts {

    private final Posts posts;
    private final CopenhagenTime time;

    TermsOfPosts(Posts posts, CopenhagenTime time) {
        this.posts = posts;
        this.time = time;
    }

    /** One who holds a post today. */
    public record Sitting(Post post, String personId, LocalDate since) {}

    public List<Sitting> of(String clusterId) {
        LocalDate today = time.today();
        return posts.all(clusterId).stream()
                .filter(held -> held.isOn(today))
                .map(held -> new Sitting(held.post(), held.personId(), held.from()))
                .toList();
    }
}
