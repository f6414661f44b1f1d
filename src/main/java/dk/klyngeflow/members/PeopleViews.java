package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.PeopleChanges.Done;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of a cluster as its page shows them. */
@Component
class PeopleViews {

    private final People people;
    private final Posts posts;
    private final Practices practices;
    private final PeopleChanges changes;
    private final Passwords passwords;
    private final CopenhagenTime time;

    PeopleViews(
            People people,
            Posts posts,
            Practices practices,
            PeopleChanges changes,
            Passwords passwords,
            CopenhagenTime time) {
        this.passwords = passwords;
        this.people = people;
        this.posts = posts;
        this.practices = practices;
        this.changes = changes;
        this.time = time;
    }

    /** @param posts as in {@code Kasserer fra den 1. januar 2026} */
    record Line(String id, String name, String mail, String practice, List<String> posts, boolean isComing) {}

    /** @param patients as in {@code 4.200}; empty when not known */
    record Place(
            String number,
            String name,
            String patients,
            String days,
            long members,
            List<String> sizes,
            boolean isOver) {}

    /** @param isOver true for a post that is held no longer */
    record PostLine(String post, String days, String practice, boolean isOver) {}

    /** One person with all her posts, those that are over last. */
    record One(Line line, List<PostLine> posts) {

        /** False when all of it is over. */
        public boolean isHere() {
            return posts.stream().anyMatch(post -> !post.isOver());
        }
    }

    /** Everybody who holds a post or will, by name. */
    List<Line> now(String clusterId) {
        LocalDate today = time.today();
        return lines(clusterId, held -> !held.isOver(today));
    }

    /** Everybody who held a post and does no longer, by name. */
    List<Line> before(String clusterId) {
        List<String> here = now(clusterId).stream().map(Line::id).toList();
        return lines(clusterId, held -> !here.contains(held.personId()));
    }

    /** Who has a post with Tasklist and has not chosen a password yet; nobody where people log in elsewhere. */
    List<Person> withoutPassword(String clusterId) {
        return !passwords.areKeptHere()
                ? List.of()
                : Arrays.stream(Role.values())
                        .filter(Role::isStaff)
                        .flatMap(role -> people.holding(clusterId, role).stream())
                        .distinct()
                        .filter(person -> passwords.hasNone(person.id()))
                        .sorted(Comparator.comparing(Person::name))
                        .toList();
    }

    private List<Line> lines(String clusterId, Predicate<HeldPost> which) {
        Map<String, List<HeldPost>> byPerson = posts.all(clusterId).stream()
                .filter(which)
                .filter(held -> held.until() == null || held.until().isAfter(held.from()))
                .collect(Collectors.groupingBy(HeldPost::personId, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> names = named(clusterId);
        return byPerson.entrySet().stream()
                .map(each -> people.find(each.getKey()).map(person -> line(person, each.getValue(), names)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(line -> line.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private Line line(Person person, List<HeldPost> held, Map<String, String> names) {
        LocalDate today = time.today();
        String practice = held.stream()
                .filter(each -> each.providerNumber() != null)
                .sorted(Comparator.comparing(each -> !each.isOn(today)))
                .map(each -> names.getOrDefault(each.providerNumber(), ""))
                .findFirst()
                .orElse("");
        return new Line(
                person.id(),
                person.name(),
                person.mail(),
                practice,
                held.stream()
                        .sorted(Comparator.comparing(HeldPost::from).thenComparing(HeldPost::post))
                        .map(each -> each.post().danish() + " " + days(each.from(), each.until())
                                + (each.from().isAfter(today) && each.providerNumber() != null
                                        ? " i " + names.getOrDefault(each.providerNumber(), "")
                                        : ""))
                        .toList(),
                held.stream().noneMatch(each -> each.isOn(today)));
    }

    One one(String clusterId, Person person) {
        LocalDate today = time.today();
        Map<String, String> names = named(clusterId);
        List<HeldPost> hers = posts.all(clusterId).stream()
                .filter(held -> held.personId().equals(person.id()))
                .filter(held -> held.until() == null || held.until().isAfter(held.from()))
                .sorted(Comparator.comparing((HeldPost held) -> held.isOver(today))
                        .thenComparing(Comparator.comparing(HeldPost::from).reversed()))
                .toList();
        return new One(
                line(person, hers, names),
                hers.stream()
                        .map(held -> new PostLine(
                                held.post().danish(),
                                days(held.from(), held.until()),
                                held.providerNumber() == null ? "" : names.getOrDefault(held.providerNumber(), ""),
                                held.isOver(today)))
                        .toList());
    }

    private Map<String, String> named(String clusterId) {
        return practices.all(clusterId).stream().collect(Collectors.toMap(Practice::providerNumber, Practice::shown));
    }

    List<Place> practices(String clusterId) {
        LocalDate today = time.today();
        List<HeldPost> all = posts.all(clusterId);
        return practices.all(clusterId).stream()
                .map(practice -> new Place(
                        practice.providerNumber(),
                        practice.name(),
                        practice.patients() == null ? "" : number(practice.patients()),
                        days(practice.from(), practice.until()),
                        all.stream()
                                .filter(held -> held.isOn(today)
                                        && practice.providerNumber().equals(held.providerNumber()))
                                .map(HeldPost::personId)
                                .distinct()
                                .count(),
                        practices.sizes(clusterId, practice.providerNumber()).stream()
                                .map(size -> number(size.patients()) + " fra den " + DanishTime.DAY.format(size.from()))
                                .toList(),
                        practice.isOver(today)))
                .toList();
    }

    /** The latest changes, as in {@code 3. marts 2027: Udmeld, Fie Ødum, fra den 1. april 2027. Af Karen Holm.} */
    List<String> latest(String clusterId) {
        List<String> said = new ArrayList<>();
        Map<String, String> names = named(clusterId);
        for (Done done : changes.latest(clusterId)) {
            String whom = !done.personId().isEmpty()
                    ? ", " + people.nameOf(done.personId())
                    : done.providerNumber().isEmpty() ? "" : ", " + names.getOrDefault(done.providerNumber(), "");
            said.add("Den "
                    + DanishTime.DAY.format(CopenhagenTime.dayOf(done.at().toInstant())) + ": "
                    + ChangeKind.valueOf(done.kind()).danish() + whom + ", fra den " + DanishTime.DAY.format(done.day())
                    + ". Af "
                    + people.find(done.by()).map(Person::name).orElse("administratoren") + ".");
        }
        return said;
    }

    /** True when she is or was of the cluster, or will be. */
    boolean isKnown(String clusterId, String personId) {
        return posts.all(clusterId).stream().anyMatch(held -> held.personId().equals(personId));
    }

    /** Which posts she holds or will, for ending one. */
    List<Post> postsOf(String clusterId, String personId) {
        return posts.of(clusterId, personId).stream()
                .map(HeldPost::post)
                .filter(post -> post != Post.COORDINATOR && post != Post.SUCCESSOR)
                .distinct()
                .sorted()
                .toList();
    }

    List<Post> all() {
        return Post.byHand();
    }

    static String days(LocalDate from, @Nullable LocalDate until) {
        return "fra den " + DanishTime.DAY.format(from)
                + (until == null ? "" : " til den " + DanishTime.DAY.format(until));
    }

    private static String number(int patients) {
        return String.format(Locale.forLanguageTag("da"), "%,d", patients);
    }
}
