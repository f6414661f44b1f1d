package dk.klyngeflow.statutes;

import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostElections;
import dk.klyngeflow.members.TermsOfPosts;
import dk.klyngeflow.members.TermsOfPosts.Term;
import dk.klyngeflow.statutes.Statutes.Vacancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Until when those in a post sit. A term ends at the ordinary assembly of a year; whoever fills a place in the middle of one sits for the
 * rest of it, where the statutes say so. Those nobody has noted a term for are reckoned from the day they came.
 */
@Component
public class TermsInOffice {

    private final TermsOfPosts terms;
    private final PostElections elections;
    private final ObjectProvider<OrdinaryAssemblies> assemblies;

    TermsInOffice(TermsOfPosts terms, PostElections elections, ObjectProvider<OrdinaryAssemblies> assemblies) {
        this.terms = terms;
        this.elections = elections;
        this.assemblies = assemblies;
    }

    /**
     * Those who are to be elected.
     *
     * @param leaving who gives up a post that several hold; ids
     * @param from the day on which they take office
     */
    public record Elected(Post post, int seats, Collection<String> leaving, LocalDate from) {}

    /** @param isVacant when nobody sits there any more @param until the year in which it is up for election */
    private record Place(boolean isVacant, int until) {}

    /** The year of the ordinary assembly at which they are up for election again. */
    public int electedUntil(String clusterId, Elected elected, Statutes statutes) {
        int whole = statutes.endOfTerm(elected.from(), statutes.electedIn(elected.post()))
                .getValue();
        if (statutes.terms().vacancy() == Vacancy.FULL_TERM) {
            return whole;
        }
        List<Place> followed = followed(clusterId, elected, statutes);
        // nobody sits longer than the one she follows; where there are more seats than were left they are not the rest
        // of anything
        return followed.size() < elected.seats()
                ? whole
                : followed.stream()
                        .min(Comparator.comparingInt(Place::until))
                        .filter(place -> isMidTerm(clusterId, elected, place, statutes))
                        .map(Place::until)
                        .orElse(whole);
    }

    private List<Place> followed(String clusterId, Elected elected, Statutes statutes) {
        List<Term> all = terms.of(clusterId, elected.post());
        List<Term> sitting =
                all.stream().filter(term -> term.isOn(elected.from())).toList();
        List<Term> followed = isOfSeveral(elected.post())
                ? sitting.stream()
                        .filter(term -> elected.leaving().contains(term.personId()))
                        .toList()
                : sitting;
        return followed.isEmpty()
                ? left(all, elected.from()).stream()
                        .map(term -> new Place(true, until(clusterId, term, all, statutes)))
                        .filter(place -> isMidTerm(clusterId, elected, place, statutes))
                        .toList()
                : followed.stream()
                        .map(term -> new Place(false, until(clusterId, term, all, statutes)))
                        .toList();
    }

    /** Who has gone by that day and has nobody in her place; of a post of one only the last. */
    private static List<Term> left(List<Term> all, LocalDate day) {
        List<Term> gone = all.stream()
                .filter(term -> !isLater(all, term) && isGone(term, day))
                .sorted(Comparator.comparing(term -> Objects.requireNonNull(term.until())))
                .toList();
        List<Term> came = new ArrayList<>(all.stream()
                .filter(term -> all.stream().noneMatch(other -> isLater(List.of(term), other)))
                .toList());
        List<Term> open = new ArrayList<>();
        for (Term term : gone) {
            Optional<Term> after = came.stream()
                    .filter(other -> !other.since().isBefore(Objects.requireNonNull(term.until())))
                    .findFirst();
            after.ifPresentOrElse(came::remove, () -> open.add(term));
        }
        return open.isEmpty() || isOfSeveral(open.get(0).post()) ? open : open.subList(open.size() - 1, open.size());
    }

    private static boolean isGone(Term term, LocalDate day) {
        return term.until() != null && !term.until().isAfter(day);
    }

    /** Whether one of them is hers too and begins later. */
    private static boolean isLater(List<Term> some, Term term) {
        return some.stream()
                .anyMatch(other -> other.personId().equals(term.personId())
                        && other.since().isAfter(term.since()));
    }

    /**
     * A place in which somebody sits until the year of the election is what that year elects to. One that is empty is filled until the
     * assembly; only the coordinator is not elected there, so that the election is the year's.
     */
    private boolean isMidTerm(String clusterId, Elected elected, Place place, Statutes statutes) {
        int year = elected.from().getYear();
        return place.until() > year
                || (place.until() == year
                        && place.isVacant()
                        && elected.post() != Post.COORDINATOR
                        && !isAfterAssembly(clusterId, elected.from(), statutes));
    }

    private boolean isAfterAssembly(String clusterId, LocalDate day, Statutes statutes) {
        Optional<LocalDate> assembly = assemblies.stream()
                .flatMap(each -> each.presenting(clusterId, day.getYear() - 1).stream())
                .flatMap(called -> Optional.ofNullable(called.day()).stream())
                .findFirst();
        return assembly.map(day::isAfter)
                .orElse(day.getMonthValue() > statutes.notices().latestMonth());
    }

    /** Who holds it and has sat her time when the year is over; whose time was up first comes first. */
    public List<String> ending(String clusterId, Post post, int year, LocalDate today, Statutes statutes) {
        List<Term> all = terms.of(clusterId, post);
        return all.stream()
                .filter(term -> term.isOn(today) && until(clusterId, term, all, statutes) <= year)
                .sorted(Comparator.comparingInt(term -> until(clusterId, term, all, statutes)))
                .map(Term::personId)
                .toList();
    }

    private int until(String clusterId, Term term, List<Term> all, Statutes statutes) {
        if (term.electedUntil() != null) {
            return term.electedUntil();
        }
        LocalDate elected = elections
                .lastWithoutTerm(clusterId, term.post())
                .filter(day -> day.isAfter(term.since()))
                .orElse(term.since());
        int whole = statutes.endOfTerm(elected, statutes.electedIn(term.post())).getValue();
        if (statutes.terms().vacancy() == Vacancy.FULL_TERM || !elected.equals(term.since())) {
            return whole;
        }
        // whoever took it over without being elected sits for the other; so does whoever has moved to another practice
        return all.stream()
                .filter(before -> term.since().equals(before.until()))
                .filter(before -> !isOfSeveral(term.post()) || before.personId().equals(term.personId()))
                .findFirst()
                .map(before -> until(clusterId, before, all, statutes))
                .filter(rest -> rest > term.since().getYear())
                .orElse(whole);
    }

    private static boolean isOfSeveral(Post post) {
        return post == Post.BOARD || post == Post.AUDITOR;
    }
}
