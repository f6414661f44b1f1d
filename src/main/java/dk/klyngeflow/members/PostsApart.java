package dk.klyngeflow.members;

import java.util.List;
import org.springframework.stereotype.Component;

/** Which of somebody's posts do not go with another, so that she is told before she takes that. */
@Component
public class PostsApart {

    private final Posts posts;

    PostsApart(Posts posts) {
        this.posts = posts;
    }

    /** Those that she holds or is to hold. */
    public List<Post> of(String clusterId, String personId, Post wanted) {
        return posts.of(clusterId, personId).stream()
                .map(HeldPost::post)
                .filter(post -> post.isApartFrom(wanted))
                .distinct()
                .sorted()
                .toList();
    }
}
