package dk.klyngeflow.members;

import dk.klyngeflow.members.Change.Called;
import dk.klyngeflow.members.Change.Days;
import dk.klyngeflow.members.Change.Place;
import dk.klyngeflow.members.PeopleList.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a list of people against the cluster: which changes would make the cluster as the list says. Nobody leaves because she is not on it unless asked. */
@Component
class PeopleListPlan {

    private final People people;
    private final Posts posts;
    private final Practices practices;
    private final NewIds newIds;

    PeopleListPlan(People people, Posts posts, Practices practices, NewIds newIds) {
        this.people = people;
        this.posts = posts;
        this.practices = practices;
        this.newIds = newIds;
    }

    /** @param line of the file; 0 for somebody who is not in it */
    record Step(int line, Change change) {}

    /** @param missing names of members who are not on the list */
    record Plan(List<Step> steps, List<String> missing, List<String> errors, int unchanged) {}

    /** What one reading of the list has come to so far. */
    private static final class Draft {
        private final List<Step> steps = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final Map<String, Place> places = new HashMap<>();
        private final Set<String> listed = new HashSet<>();
        private int unchanged;

        private void error(Entry entry, String what) {
            errors.add("Linje " + entry.line() + ": " + what);
        }

        private void step(Entry entry, Change change) {
            steps.add(new Step(entry.line(), change));
        }
    }

    Plan of(String clusterId, List<Entry> entries, LocalDate from, boolean othersLeave) {
        Draft draft = new Draft();
        List<Person> members = people.of(clusterId);
        for (Entry entry : entries) {
            int before = draft.steps.size() + draft.errors.size();
            String number = practice(clusterId, entry, from, draft);
            person(clusterId, entry, number, from, members, draft);
            draft.unchanged += before == draft.steps.size() + draft.errors.size() ? 1 : 0;
        }
        List<Person> missing = people.holding(clusterId, Post.MEMBER).stream()
                .filter(member -> !draft.listed.contains(member.id()))
                .toList();
        if (othersLeave) {
            missing.forEach(member -> draft.steps.add(
                    new Step(0, change(ChangeKind.LEAVE, member.id(), Change.NOBODY, null, Change.NOWHERE, from))));
        }
        return new Plan(draft.steps, missing.stream().map(Person::name).toList(), draft.errors, draft.unchanged);
    }

    /** @return the number of a practice that is there or will be; empty when there is none or it is wrong */
    private String practice(String clusterId, Entry entry, LocalDate from, Draft draft) {
        String number = entry.cell("ydernummer").replace(" ", "");
        if (number.isEmpty()) {
            return "";
        }
        Optional<String> objection = ProviderNumbers.objectionTo(number);
        if (objection.isPresent()) {
            draft.error(entry, objection.get());
            return "";
        }
        Optional<Integer> patients = patients(entry, draft);
        String name = entry.cell("praksis");
        Place said = new Place(number, patients.orElse(null));
        Place before = draft.places.putIfAbsent(number, said);
        if (before != null) {
            if (patients.isPresent()
                    && before.patients() != null
                    && !patients.get().equals(before.patients())) {
                draft.error(entry, "praksis " + number + " har et andet patienttal end på en tidligere linje.");
            }
            return number;
        }
        Optional<Practice> known = practices.find(clusterId, number).filter(practice -> !practice.isOver(from));
        if (known.isEmpty()) {
            if (name.isEmpty()) {
                draft.error(entry, "praksis " + number + " er ikke i klyngen. Skriv dens navn i kolonnen „praksis“.");
            }
            draft.step(entry, change(ChangeKind.ADD_PRACTICE, "", new Called(name, ""), null, said, from));
        } else {
            boolean isSame = (name.isEmpty() || name.equals(known.get().name()))
                    && (patients.isEmpty() || patients.get().equals(known.get().patients()));
            if (!isSame) {
                Called called = new Called(name.isEmpty() ? known.get().name() : name, "");
                draft.step(entry, change(ChangeKind.CORRECT_PRACTICE, "", called, null, said, from));
            }
        }
        return number;
    }

    private static Optional<Integer> patients(Entry entry, Draft draft) {
        String digits = entry.cell("patienter").replaceAll("[.\\s\\u00a0]", "");
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        if (!digits.matches("\\d{1,6}")) {
            draft.error(entry, "antal patienter skal være et helt tal.");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(digits));
    }

    private void person(
            String clusterId, Entry entry, String number, LocalDate from, List<Person> members, Draft draft) {
        String name = entry.cell("navn");
        String mail = entry.cell("mail");
        if (name.isEmpty()) {
            draft.error(entry, "navnet mangler.");
            return;
        }
        if (!Setting.isMail(mail)) {
            // with the others at once, not when they have been mended
            draft.error(entry, "Skriv mailadressen som navn@praksis.dk.");
        }
        List<Post> wanted = posts(entry, draft);
        Optional<Person> known = known(name, mail, members);
        String id = known.map(Person::id).or(() -> people.called(name, mail)).orElseGet(newIds::next);
        if (!draft.listed.add(id)) {
            draft.error(entry, "personen står to gange.");
            return;
        }
        Called called = new Called(name, mail);
        Place place = new Place(number, null);
        if (known.isEmpty()) {
            boolean isSecretary = wanted.get(0) == Post.SECRETARY;
            draft.step(
                    entry,
                    change(ChangeKind.ADD, id, called, wanted.get(0), isSecretary ? Change.NOWHERE : place, from));
            wanted.stream()
                    .skip(1)
                    .forEach(post ->
                            draft.step(entry, change(ChangeKind.GIVE, id, Change.NOBODY, post, Change.NOWHERE, from)));
            return;
        }
        if (!name.equals(known.get().name())
                || !mail.equalsIgnoreCase(known.get().mail())) {
            draft.step(entry, change(ChangeKind.CORRECT, id, called, null, Change.NOWHERE, from));
        }
        List<HeldPost> hers =
                posts.of(clusterId, id).stream().filter(held -> held.isOn(from)).toList();
        boolean isElsewhere = hers.stream()
                .anyMatch(held ->
                        held.providerNumber() != null && !held.providerNumber().equals(number));
        if (!number.isEmpty() && isElsewhere) {
            draft.step(entry, change(ChangeKind.MOVE, id, Change.NOBODY, null, place, from));
        }
        if (!entry.cell("post").isEmpty()) {
            wanted.stream()
                    .filter(post -> hers.stream().noneMatch(held -> held.post() == post))
                    .forEach(post ->
                            draft.step(entry, change(ChangeKind.GIVE, id, Change.NOBODY, post, Change.NOWHERE, from)));
        }
    }

    /** The same address and name, else the only one of that address, else the only one of that name. */
    private static Optional<Person> known(String name, String mail, List<Person> members) {
        return only(members.stream()
                        .filter(person -> person.mail().equalsIgnoreCase(mail)
                                && person.name().equalsIgnoreCase(name))
                        .toList())
                .or(() -> only(members.stream()
                        .filter(person -> person.mail().equalsIgnoreCase(mail))
                        .toList()))
                .or(() -> only(members.stream()
                        .filter(person -> person.name().equalsIgnoreCase(name))
                        .toList()));
    }

    private static Optional<Person> only(List<Person> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<Post> posts(Entry entry, Draft draft) {
        List<Post> posts = new ArrayList<>();
        for (String name : entry.cell("post").split("[+/&]")) {
            if (name.isBlank()) {
                continue;
            }
            Post.byHand().stream()
                    .filter(post -> post.danish()
                            .toLowerCase(Locale.ROOT)
                            .equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresentOrElse(
                            posts::add,
                            () -> draft.error(
                                    entry,
                                    "posten kendes ikke. Skriv medlem, sekretær, formand, kasserer, bestyrelsesmedlem eller"
                                            + " revisor, fx „medlem+kasserer“."));
        }
        // a coordinator on the list who holds the post is no change; another is refused where it is carried out
        if (posts.isEmpty()) {
            posts.add(Post.MEMBER);
        }
        posts.sort((one, other) -> Boolean.compare(other == Post.MEMBER, one == Post.MEMBER));
        return posts;
    }

    private static Change change(
            ChangeKind kind, String personId, Called called, @Nullable Post post, Place place, LocalDate from) {
        return new Change(kind, personId, called, post, place, new Days(from, null));
    }
}
