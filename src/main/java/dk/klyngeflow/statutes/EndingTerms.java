package dk.klyngeflow.statutes;

import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostElections;
import dk.klyngeflow.members.TermsOfPosts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whose terms end in a year: the one answer for the year's plan and for the agenda of its assembly. */
@Component
public class EndingTerms {

    private static final List<Post> ELECTED =
            List.of(Post.CHAIR, Post.TREASURER, Post.BOARD, Post.AUDITOR, Post.COORDINATOR);

    private final TermsOfPosts terms;
    private final PostElections elections;
    private final StatutesVersions statutes;

    EndingTerms(TermsOfPosts terms, PostElections elections, StatutesVersions statutes) {
        this.terms = terms;
        this.elections = elections;
        this.statutes = statutes;
    }

    /** How many of those who sit in each post have sat their time when the year is over; posts in which nobody has are left out. */
    public Map<Post, Integer> in(String clusterId, int year) {
        Statutes applying = statutes.today(clusterId);
        Map<Post, Integer> ending = new LinkedHashMap<>();
        for (Post post : ELECTED) {
            int seats = in(clusterId, year, applying, post);
            if (seats > 0) {
                ending.put(post, seats);
            }
        }
        return ending;
    }

    private int in(String clusterId, int year, Statutes applying, Post post) {
        LocalDate elected = elections.lastTaken(clusterId, post).orElse(LocalDate.MIN);
        return (int) terms.of(clusterId).stream()
                .filter(sitting -> sitting.post() == post)
                .map(sitting -> elected.isAfter(sitting.since()) ? elected : sitting.since())
                .filter(since ->
                        applying.endOfTerm(since, applying.electedIn(post)).getValue() <= year)
                .count();
    }
}
