package dk.klyngeflow.election;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.InWords;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostsApart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An auditor looks at what coordinator and board have done, so nobody is both. Whoever is elected gives up the other post on that day and is
 * told before she says yes; only the coordinator, whose post is handed over and never left, cannot stand as auditor.
 */
@Component
class Independence {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final PostsApart apart;

    Independence(PostsApart apart) {
        this.apart = apart;
    }

    /** What she gives up on the day she takes the post. */
    List<Post> givenUp(Election election, String person) {
        return against(election, person).stream()
                .filter(post -> post != Post.COORDINATOR)
                .toList();
    }

    boolean isBarred(Election election, String person) {
        return against(election, person).contains(Post.COORDINATOR);
    }

    /** @throws FormRefused when she cannot have the post as long as she has hers */
    void refuseBarred(Election election, String person) {
        if (isBarred(election, person)) {
            throw new FormRefused(
                    "Den, der er koordinator, kan ikke være revisor: revisor ser efter, hvad koordinatoren har gjort. Er posten som koordinator givet videre først, er der ikke noget i vejen.");
        }
    }

    /** As her own page says it to her; empty when being elected costs her nothing. */
    Optional<String> warning(Election election, String person) {
        List<Post> posts = givenUp(election, person);
        if (posts.isEmpty()) {
            return Optional.empty();
        }
        String hers = called(posts);
        String wanted = election.post();
        String what = "Du er " + hers
                + " nu. Revisor ser efter, hvad koordinator og bestyrelse gør, så ingen kan være begge dele. Bliver du valgt, og siger du ja, er du ikke længere "
                + hers + " fra den dag, du er " + wanted;
        return Optional.of(
                election.matter().post() == Post.AUDITOR
                        ? what + ", og regnskabet for de år, du har siddet i bestyrelsen, må en anden revidere."
                        : what + ", og klyngen finder en anden.");
    }

    /** As a colleague sees it beside her name; empty when there is nothing to know. */
    String hint(Election election, String person) {
        List<Post> posts = givenUp(election, person);
        return posts.isEmpty() ? "" : "er " + called(posts) + " nu og kan ikke være begge dele";
    }

    static String called(List<Post> posts) {
        return InWords.listed(
                posts.stream().map(post -> post.danish().toLowerCase(DANISH)).toList());
    }

    private List<Post> against(Election election, String person) {
        return apart.of(election.clusterId(), person, election.matter().post());
    }
}
