package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostElections;
import dk.klyngeflow.statutes.EndingTerms;
import dk.klyngeflow.statutes.OrdinaryAssemblies;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that somebody is elected where a term ends: by the assembly where it has the post on its agenda, else by an election of its own. */
@Component
class YearElections {

    private final YearPlan plan;
    private final Years years;
    private final PostElections elections;
    private final EndingTerms terms;
    private final ObjectProvider<OrdinaryAssemblies> assemblies;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    YearElections(
            YearPlan plan,
            Years years,
            PostElections elections,
            EndingTerms terms,
            ObjectProvider<OrdinaryAssemblies> assemblies,
            ClusterSettings settings,
            CopenhagenTime time) {
        this.plan = plan;
        this.years = years;
        this.elections = elections;
        this.terms = terms;
        this.assemblies = assemblies;
        this.settings = settings;
        this.time = time;
    }

    /** The coordinator's has no other name than its kind. */
    static Post post(YearItem item) {
        String id = YearKind.ELECTION.id();
        return item.itemId().equals(id)
                ? Post.COORDINATOR
                : Post.valueOf(item.itemId().substring(id.length() + 1).toUpperCase(Locale.ROOT));
    }

    boolean isOnTheAgenda(String clusterId, Post post) {
        return assemblies.stream().anyMatch(each -> each.elects(clusterId, post));
    }

    /** @return the case of the assembly that elects; null where it does not, and an election is under way */
    @Nullable
    String begin(YearItem item) {
        Post post = post(item);
        if (isOnTheAgenda(item.clusterId(), post)) {
            return assemblies.stream()
                    .flatMap(each -> each.presenting(item.clusterId(), item.year() - 1).stream())
                    .map(OrdinaryAssemblies.Called::caseKey)
                    .findFirst()
                    .orElse(null);
        }
        elections.begin(item.clusterId(), post, 1, office(item.dueOn(), item.clusterId()));
        return null;
    }

    /** What was left to an assembly that does not elect, and what no agenda has, once the year's assembly is being planned. */
    @Transactional
    public void see(String clusterId) {
        for (Years.Begun begun : years.of(clusterId)) {
            if (begun.closedAt() == null) {
                plan.of(clusterId, begun.year()).stream()
                        .filter(item -> item.kind() == YearKind.ELECTION
                                && item.isStarted()
                                && !item.isOver()
                                && item.progress().reference() != null
                                && !isOnTheAgenda(clusterId, post(item)))
                        .forEach(this::electAfterAll);
                plan.find(clusterId, begun.year(), YearKind.ASSEMBLY.id())
                        .filter(this::isPlanned)
                        .ifPresent(this::electWhatNobodyDoes);
            }
        }
    }

    /** Nothing begins where somebody has been elected, or is being so. */
    private void electAfterAll(YearItem item) {
        if (elections.elsewhere(item.clusterId(), post(item), time.today()).isEmpty()) {
            elections.begin(item.clusterId(), post(item), 1, office(item.dueOn(), item.clusterId()));
        }
        plan.started(item, null);
    }

    private boolean isPlanned(YearItem assembly) {
        LocalDate day = assembly.dueOn().minusWeeks(weeks(assembly.clusterId()));
        return (assembly.isStarted() || assembly.isOver()) && !day.isAfter(time.today());
    }

    private void electWhatNobodyDoes(YearItem assembly) {
        String cluster = assembly.clusterId();
        for (Map.Entry<Post, Integer> ending :
                terms.in(cluster, assembly.year()).entrySet()) {
            Post post = ending.getKey();
            String id = YearKind.ELECTION.id() + "-" + post.name().toLowerCase(Locale.ROOT);
            LocalDate office = office(assembly.dueOn(), cluster);
            if (post != Post.COORDINATOR
                    && plan.find(cluster, assembly.year(), id).isEmpty()
                    && !isOnTheAgenda(cluster, post)
                    && elections.elsewhere(cluster, post, time.today()).isEmpty()
                    && elections.begin(cluster, post, ending.getValue(), office)) {
                YearItem item = new YearItem(
                        cluster,
                        assembly.year(),
                        id,
                        YearKind.ELECTION,
                        "Valg: " + post.danish().toLowerCase(Locale.forLanguageTag("da")),
                        "Perioden udløber, og posten står ikke på generalforsamlingens dagsorden.",
                        new YearItem.Days(time.today(), office),
                        YearItem.Progress.NONE);
                plan.add(item);
                plan.started(item, null);
            }
        }
    }

    /** Not so soon that nobody could be elected by then. */
    private LocalDate office(LocalDate wanted, String clusterId) {
        LocalDate soonest = time.today().plusWeeks(weeks(clusterId));
        return Optional.of(wanted).filter(day -> day.isAfter(soonest)).orElse(soonest);
    }

    private int weeks(String clusterId) {
        return settings.get(clusterId, YearSettings.ELECTION_WEEKS);
    }
}
