package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.ClusterRegister.NewPractice;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out one change of a cluster's people in the caller's transaction, or says in Danish why not and what to do instead. */
@Component
class ChangesOfPeople {

    private static final int DAYS_BACK = 366;
    private static final int DAYS_AHEAD = 732;
    private static final int LONGEST = 100;

    private final People people;
    private final Posts posts;
    private final Practices practices;
    private final Identities identities;
    private final NewIds newIds;
    private final CurrentPerson editor;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    ChangesOfPeople(
            People people,
            Posts posts,
            Practices practices,
            Identities identities,
            NewIds newIds,
            CurrentPerson editor,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.people = people;
        this.posts = posts;
        this.practices = practices;
        this.identities = identities;
        this.newIds = newIds;
        this.editor = editor;
        this.time = time;
        this.events = events;
    }

    /**
     * @return what was done, as a Danish sentence
     * @throws FormRefused when it cannot be done
     */
    String carryOut(String clusterId, Change change, String by) {
        LocalDate today = time.today();
        check(!change.from().isBefore(today.minusDays(DAYS_BACK)), "Datoen ligger mere end et år tilbage.");
        check(!change.from().isAfter(today.plusDays(DAYS_AHEAD)), "Datoen ligger mere end to år fremme.");
        LocalDate until = change.days().until();
        check(until == null || until.isAfter(change.from()), "Slutdagen skal ligge efter den første dag.");
        return switch (change.kind()) {
            case ADD -> add(clusterId, change);
            case CORRECT -> correct(clusterId, change);
            case MOVE -> move(clusterId, change);
            case GIVE -> give(clusterId, change);
            case END -> end(clusterId, change);
            case LEAVE -> leave(clusterId, change);
            case ADD_PRACTICE -> addPractice(clusterId, change, by);
            case CORRECT_PRACTICE -> correctPractice(clusterId, change, by);
            case END_PRACTICE -> endPractice(clusterId, change);
        };
    }

    private String add(String clusterId, Change change) {
        String name = name(change);
        String mail = mail(change);
        Post post = post(change);
        if (post == Post.COORDINATOR) {
            throw new FormRefused(
                    "Koordinatoren skal være medlem: tilføj personen som medlem, og giv så posten videre.");
        }
        String provider = change.place().providerNumber();
        if (post == Post.SECRETARY) {
            check(provider.isEmpty(), "En sekretær hører ikke til en praksis. Lad feltet stå tomt.");
        } else if (!provider.isEmpty()) {
            practice(clusterId, provider, change.from());
        } else {
            check(post != Post.MEMBER, "Vælg den praksis, medlemmet arbejder i.");
        }
        Optional<String> known = people.called(name, mail);
        check(
                known.isEmpty() || posts.of(clusterId, known.get()).isEmpty(),
                name + " er i klyngen allerede. Vælg navnet på listen, og ret eller giv posten dér.");
        String id = known.orElseGet(() -> change.personId().isEmpty() ? newIds.next() : change.personId());
        notOneself(id);
        people.add(id, name, mail);
        identities.createUsers(List.of(new Identities.NewUser(id, name, mail, null)));
        posts.give(clusterId, id, post, provider.isEmpty() ? null : provider, change.from());
        if (change.days().until() != null) {
            posts.end(clusterId, id, post, change.days().until());
        }
        return name + " bliver " + lower(post) + " fra den " + DanishTime.DAY.format(change.from()) + until(change)
                + ".";
    }

    private String correct(String clusterId, Change change) {
        Person person = person(clusterId, change);
        String name = name(change);
        String mail = mail(change);
        if (!editor.isAdministrator()
                && (people.isElsewhere(clusterId, person.id()) || identities.isAdministrator(person.id()))) {
            throw new FormRefused(
                    person.name() + " hører også til et andet sted end denne klynge. Bed administratoren om"
                            + " at rette navn og adresse.");
        }
        boolean isOtherMail = !mail.equalsIgnoreCase(person.mail());
        check(isOtherMail || !name.equals(person.name()), "Navn og adresse står sådan allerede.");
        people.correct(person.id(), name, mail);
        identities.correct(person.id(), name, mail);
        if (isOtherMail) {
            events.publishEvent(new AddressChanged(person.id(), person.mail(), mail));
        }
        return (name.equals(person.name()) ? person.name() : person.name() + " skal hedde " + name)
                + (isOtherMail ? (name.equals(person.name()) ? " får" : " og får") + " post på " + mail + "." : ".");
    }

    private String move(String clusterId, Change change) {
        Person person = person(clusterId, change);
        Practice to = practice(clusterId, change.place().providerNumber(), change.from());
        List<HeldPost> hers = on(clusterId, person.id(), change.from());
        check(
                hers.stream().anyMatch(held -> held.providerNumber() != null || held.post() == Post.MEMBER),
                person.name() + " hører ikke til en praksis den dag.");
        check(
                hers.stream().anyMatch(held -> !to.providerNumber().equals(held.providerNumber())),
                person.name() + " er i " + to.shown() + " allerede.");
        posts.move(clusterId, person.id(), to.providerNumber(), change.from());
        return person.name() + " flytter til " + to.shown() + " den " + DanishTime.DAY.format(change.from()) + ".";
    }

    private String give(String clusterId, Change change) {
        Person person = person(clusterId, change);
        Post post = post(change);
        LocalDate from = change.from();
        notOneself(person.id());
        List<HeldPost> hers = on(clusterId, person.id(), from);
        check(
                hers.stream().noneMatch(held -> held.post() == post),
                person.name() + " er " + lower(post) + " den dag allerede.");
        hers.stream()
                .map(HeldPost::post)
                .filter(held -> held.isApartFrom(post))
                .findFirst()
                .ifPresent(held -> {
                    throw new FormRefused(
                            person.name() + " er " + lower(held)
                                    + " den dag. Revisor ser efter, hvad koordinator og bestyrelse gør, så ingen kan være begge dele. Lad den ene post slutte først.");
                });
        String provider = hers.stream()
                .map(HeldPost::providerNumber)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (post == Post.COORDINATOR) {
            handOver(clusterId, change, person, provider);
            return "Posten som koordinator går fra " + nameOfCoordinator(clusterId, from.minusDays(1)) + " til "
                    + person.name() + " den " + DanishTime.DAY.format(from) + ".";
        }
        check(
                post != Post.MEMBER || provider != null,
                "Et medlem skal have en praksis: tilføj personen som medlem dér.");
        posts.give(clusterId, person.id(), post, post == Post.SECRETARY ? null : provider, from);
        if (change.days().until() != null) {
            posts.end(clusterId, person.id(), post, change.days().until());
        }
        return person.name() + " bliver " + lower(post) + " fra den " + DanishTime.DAY.format(from) + until(change)
                + ".";
    }

    private void handOver(String clusterId, Change change, Person person, @Nullable String provider) {
        if (!editor.isAdministrator() && !editor.hasRole(clusterId, Role.COORDINATOR)) {
            throw new FormRefused(
                    "Kun koordinatoren selv eller en administrator kan give posten som koordinator videre.");
        }
        check(
                change.days().until() == null,
                "Posten som koordinator har ingen slutdag: den gives videre til den næste.");
        check(
                posts.of(clusterId, person.id()).stream()
                        .anyMatch(
                                held -> held.post() == Post.MEMBER && held.isOn(change.from()) && held.until() == null),
                "Koordinatoren skal være medlem af klyngen, også fremover.");
        posts.handOver(clusterId, person.id(), provider, change.from());
    }

    private String nameOfCoordinator(String clusterId, LocalDate day) {
        return posts.all(clusterId).stream()
                .filter(held -> held.post() == Post.COORDINATOR
                        && (held.isOn(day) || held.from().equals(day.plusDays(1))))
                .findFirst()
                .map(held -> people.nameOf(held.personId()))
                .orElse("den forrige");
    }

    private String end(String clusterId, Change change) {
        Person person = person(clusterId, change);
        Post post = post(change);
        if (post == Post.COORDINATOR) {
            throw new FormRefused("Klyngen skal altid have præcis én koordinator. Giv posten til en anden i stedet:"
                    + " så slutter den her samme dag.");
        }
        check(
                posts.of(clusterId, person.id()).stream()
                        .anyMatch(held -> held.post() == post && !held.isOver(change.from())),
                person.name() + " er ikke " + lower(post) + " den dag.");
        if (post == Post.MEMBER) {
            staysNotCoordinator(clusterId, person, change.from());
        }
        posts.end(clusterId, person.id(), post, change.from());
        return person.name() + " er ikke længere " + lower(post) + " fra den " + DanishTime.DAY.format(change.from())
                + ".";
    }

    private String leave(String clusterId, Change change) {
        Person person = person(clusterId, change);
        leave(clusterId, person, change.from());
        return person.name() + " er ikke i klyngen fra den " + DanishTime.DAY.format(change.from()) + ".";
    }

    private void leave(String clusterId, Person person, LocalDate from) {
        staysNotCoordinator(clusterId, person, from);
        // membership last: whoever hears that she has left sees what else she still holds
        posts.of(clusterId, person.id()).stream()
                .filter(held -> !held.isOver(from) && held.post() != Post.COORDINATOR)
                .map(HeldPost::post)
                .distinct()
                .sorted()
                .forEach(post -> posts.end(clusterId, person.id(), post, from));
    }

    private void staysNotCoordinator(String clusterId, Person person, LocalDate from) {
        boolean isCoordinator = posts.of(clusterId, person.id()).stream()
                .anyMatch(held -> held.post() == Post.COORDINATOR && !held.isOver(from));
        check(
                !isCoordinator,
                person.name() + " er koordinator. Giv først posten som koordinator til en anden fra senest den "
                        + DanishTime.DAY.format(from) + ".");
    }

    private String addPractice(String clusterId, Change change, String by) {
        String number = change.place().providerNumber();
        check(
                number.matches("\\d{6}"),
                number.matches("\\d{4,5}")
                        ? "Ydernummeret skal have 6 cifre. Et regneark kan have fjernet nuller foran."
                        : "Ydernummeret skal have 6 cifre.");
        practices
                .find(clusterId, number)
                .filter(known -> !known.isOver(change.from()))
                .ifPresent(known -> {
                    throw new FormRefused("Ydernummer " + number + " er i klyngen allerede: " + known.name() + ".");
                });
        practices.add(
                clusterId, new NewPractice(number, name(change), change.place().patients()), change.from(), by);
        return name(change) + " (" + number + ") er i klyngen fra den " + DanishTime.DAY.format(change.from()) + ".";
    }

    private String correctPractice(String clusterId, Change change, String by) {
        Practice known = practice(clusterId, change.place().providerNumber(), change.from());
        String name = name(change);
        Integer patients = change.place().patients();
        boolean isOtherSize = patients != null && !patients.equals(known.patients());
        check(isOtherSize || !name.equals(known.name()), "Navn og patienttal står sådan allerede.");
        practices.rename(clusterId, known.providerNumber(), name);
        if (patients != null && isOtherSize) {
            practices.size(clusterId, known.providerNumber(), patients, change.from(), by);
        }
        return known.shown()
                + (name.equals(known.name()) ? "" : " skal hedde " + name + (isOtherSize ? " og" : ""))
                + (isOtherSize ? " har " + patients + " patienter fra den " + DanishTime.DAY.format(change.from()) : "")
                + ".";
    }

    private String endPractice(String clusterId, Change change) {
        Practice known = practice(clusterId, change.place().providerNumber(), change.from());
        List<String> leavers = posts.all(clusterId).stream()
                .filter(held -> known.providerNumber().equals(held.providerNumber()) && !held.isOver(change.from()))
                .map(HeldPost::personId)
                .distinct()
                .toList();
        leavers.forEach(id -> people.find(id).ifPresent(person -> leave(clusterId, person, change.from())));
        practices.end(clusterId, known.providerNumber(), change.from());
        String who = leavers.isEmpty()
                ? ""
                : " Det samme er "
                        + String.join(
                                ", ",
                                leavers.stream().map(people::nameOf).sorted().toList()) + ".";
        return known.shown() + " er ikke i klyngen fra den " + DanishTime.DAY.format(change.from()) + "." + who;
    }

    private List<HeldPost> on(String clusterId, String personId, LocalDate day) {
        return posts.all(clusterId).stream()
                .filter(held -> held.personId().equals(personId) && held.isOn(day))
                .toList();
    }

    private Person person(String clusterId, Change change) {
        boolean isOfCluster = !posts.of(clusterId, change.personId()).isEmpty();
        return people.find(change.personId())
                .filter(person -> isOfCluster)
                .orElseThrow(
                        () -> new FormRefused("Personen er ikke i klyngen. Vælg en på listen, eller tilføj en ny."));
    }

    private Practice practice(String clusterId, String number, LocalDate day) {
        return practices
                .find(clusterId, number)
                .filter(known -> !known.isOver(day) && !known.from().isAfter(day))
                .orElseThrow(() -> new FormRefused("Vælg en praksis, der er i klyngen den dag."));
    }

    /** Whoever keeps the list must not make herself more than she is. */
    private void notOneself(String personId) {
        if (!editor.isAdministrator() && editor.id().filter(personId::equals).isPresent()) {
            throw new FormRefused(
                    "Man kan ikke give sig selv en post. Bed en anden i klyngen eller administratoren om det.");
        }
    }

    private static Post post(Change change) {
        return Optional.ofNullable(change.post()).orElseThrow(() -> new FormRefused("Vælg en post."));
    }

    private static String name(Change change) {
        String name = change.called().name();
        check(!name.isEmpty(), "Skriv navnet.");
        check(name.length() <= LONGEST, "Navnet må højst fylde " + LONGEST + " tegn.");
        check(!CprNumbers.isLikeIn(name), "Navnet ligner et CPR-nummer. CPR-numre må ikke stå her.");
        return name;
    }

    private static String mail(Change change) {
        String mail = change.called().mail();
        check(Setting.isMail(mail), "Skriv mailadressen som navn@praksis.dk.");
        check(!CprNumbers.isLikeIn(mail), "Adressen ligner et CPR-nummer. CPR-numre må ikke stå her.");
        return mail;
    }

    private static String lower(Post post) {
        return post.danish().toLowerCase(Locale.ROOT);
    }

    private static String until(Change change) {
        LocalDate until = change.days().until();
        return until == null ? "" : " til den " + DanishTime.DAY.format(until);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new FormRefused(otherwise);
        }
    }
}
