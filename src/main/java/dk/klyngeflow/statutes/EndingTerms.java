package dk.klyngeflow.statutes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whose terms end in a year: the one answer for the year's plan and for the agenda of its assembly. */
@Component
public class EndingTerms {

    private static final List<Post> ELECTED =
            List.of(Post.CHAIR, Post.TREASURER, Post.BOARD, Post.AUDITOR, Post.COORDINATOR);

    private final TermsInOffice terms;
    private final StatutesVersions statutes;
    private final CopenhagenTime time;

    EndingTerms(TermsInOffice terms, StatutesVersions statutes, CopenhagenTime time) {
        this.terms = terms;
        this.statutes = statutes;
        this.time = time;
    }

    /** How many of those who sit in each post have sat their time when the year is over; posts in which nobody has are left out. */
    public Map<Post, Integer> in(String clusterId, int year) {
        Statutes applying = statutes.today(clusterId);
        Map<Post, Integer> ending = new LinkedHashMap<>();
        for (Post post : ELECTED) {
            int seats =
                    terms.ending(clusterId, post, year, time.today(), applying).size();
            if (seats > 0) {
                ending.put(post, seats);
            }
        }
        return ending;
    }
}
