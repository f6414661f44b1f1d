package dk.klyngeflow.year;

import dk.klyngeflow.localmodel.ModelReviews;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.RegistrationDay;
import dk.klyngeflow.statutes.EndingTerms;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What ends in a year: terms, the time of the local model, and the registration. */
@Component
class YearEnds {

    private static final int CVR_YEARS = 3;
    /** When nobody knows the day: somebody looks it up by then. */
    private static final Month CVR_UNKNOWN = Month.JUNE;

    private final EndingTerms terms;
    private final ModelReviews reviews;
    private final RegistrationDay registration;
    private final Clusters clusters;
    private final YearPlan plan;

    YearEnds(EndingTerms terms, ModelReviews reviews, RegistrationDay registration, Clusters clusters, YearPlan plan) {
        this.terms = terms;
        this.reviews = reviews;
        this.registration = registration;
        this.clusters = clusters;
        this.plan = plan;
    }

    YearOutline.Ends in(String clusterId, int year) {
        Map<Post, Integer> ending = terms.in(clusterId, year);
        return new YearOutline.Ends(
                ending.containsKey(Post.COORDINATOR),
                posts(ending),
                reviews.dueOn(clusterId).orElse(null),
                cvr(clusterId, year));
    }

    private static String posts(Map<Post, Integer> ending) {
        String found = ending.entrySet().stream()
                .filter(each -> each.getKey() != Post.COORDINATOR)
                .map(each -> (each.getValue() == 1 ? "" : each.getValue() + " × ")
                        + each.getKey().danish().toLowerCase(Locale.forLanguageTag("da")))
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "" : "På valg: " + found + ".";
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
