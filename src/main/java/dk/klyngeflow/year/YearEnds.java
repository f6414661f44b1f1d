package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.localmodel.ModelReviews;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.RegistrationDay;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.TermsInOffice;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What ends in a year: terms, the time of the local model, and the registration. */
@Component
class YearEnds {

    private static final int CVR_YEARS = 3;
    /** When nobody knows the day: somebody looks it up by then. */
    private static final Month CVR_UNKNOWN = Month.JUNE;

    private final TermsInOffice terms;
    private final ModelReviews reviews;
    private final RegistrationDay registration;
    private final Clusters clusters;
    private final YearPlan plan;
    private final CopenhagenTime time;

    YearEnds(
            TermsInOffice terms,
            ModelReviews reviews,
            RegistrationDay registration,
            Clusters clusters,
            YearPlan plan,
            CopenhagenTime time) {
        this.terms = terms;
        this.reviews = reviews;
        this.registration = registration;
        this.clusters = clusters;
        this.plan = plan;
        this.time = time;
    }

    YearOutline.Ends in(String clusterId, int year, Statutes statutes) {
        return new YearOutline.Ends(
                ending(clusterId, year, statutes, Post.COORDINATOR) > 0,
                posts(clusterId, year, statutes),
                reviews.dueOn(clusterId).orElse(null),
                cvr(clusterId, year));
    }

    private String posts(String clusterId, int year, Statutes statutes) {
        List<String> found = new ArrayList<>();
        for (Post post : List.of(Post.CHAIR, Post.TREASURER, Post.BOARD, Post.AUDITOR)) {
            long ending = ending(clusterId, year, statutes, post);
            if (ending > 0) {
                String name = post.danish().toLowerCase(Locale.forLanguageTag("da"));
                found.add(ending == 1 ? name : ending + " × " + name);
            }
        }
        return found.isEmpty() ? "" : "På valg: " + String.join(", ", found) + ".";
    }

    /** How many of those who sit in the post have sat their time when the year is over. */
    private long ending(String clusterId, int year, Statutes statutes, Post post) {
        return terms.ending(clusterId, post, year, time.today(), statutes).size();
    }

    /** Where it is still to be renewed in the year before, nobody is asked twice. */
    private YearOutline.@Nullable Registration cvr(String clusterId, int year) {
        boolean isAsked = plan.find(clusterId, year - 1, YearKind.CVR.id())
                .filter(item -> !item.isOver())
                .isPresent();
        if (isAsked || clusters.get(clusterId).cvr() == null) {
            return null;
        }
        return Stream.of(
                        plan.lastDone(clusterId, YearKind.CVR).orElse(null),
                        registration.of(clusterId).orElse(null))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(last -> new YearOutline.Registration(last.plusYears(CVR_YEARS), true))
                .orElseGet(() -> new YearOutline.Registration(LocalDate.of(year, CVR_UNKNOWN, 30), false));
    }
}
