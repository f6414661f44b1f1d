package dk.klyngeflow.election;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody elected gives up another post: whoever is to find the next is told when, and what happens by itself. */
@Component
class GivenUpMail implements MailContent {

    private final Elections elections;
    private final People people;

    GivenUpMail(Elections elections, People people) {
        this.elections = elections;
        this.people = people;
    }

    @Override
    public String purpose() {
        return ElectionLetters.GIVEN_UP;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        List<Post> posts = Arrays.stream(
                        model.getOrDefault(ElectionLetters.POSTS, "").split(","))
                .map(Post::valueOf)
                .toList();
        return elections
                .find(clusterId, model.getOrDefault(ElectionLetters.ELECTION_ID, ""))
                .map(
                        election -> Map.of(
                                "title",
                                election.label(),
                                "name",
                                people.nameOf(model.getOrDefault(ElectionLetters.PERSON, "")),
                                "post",
                                election.post(),
                                "givenUp",
                                Independence.called(posts),
                                "day",
                                DanishTime.DAY.format(election.matter().takesOffice()),
                                "next",
                                posts.equals(List.of(Post.BOARD))
                                        ? "Pladsen i bestyrelsen er så tom. Skal den besættes før næste generalforsamling, så begynd et valg på siden Valg, hvor der også står, hvad der ellers sker."
                                        : "Holder ingen anden posten den dag, begynder et valg af sig selv den første hverdag. Vil I ikke vente, så begynd det nu: Start ny sag, Valg til en post."));
    }
}
