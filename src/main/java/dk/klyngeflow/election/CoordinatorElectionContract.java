package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Coordinator, secretary or administrator wants an election: to which post, for how many, from when, and who leaves. */
@Component
class CoordinatorElectionContract implements FormContract<CoordinatorElectionContract.Form> {

    static final Set<Post> ELECTED = Set.of(Post.COORDINATOR, Post.CHAIR, Post.TREASURER, Post.BOARD, Post.AUDITOR);
    private static final int MOST_SEATS = 9;
    private static final int MOST_DAYS = 366;

    private final ElectionPlanning planning;
    private final Elections elections;
    private final People people;
    private final CurrentPerson caller;
    private final CopenhagenTime time;

    CoordinatorElectionContract(
            ElectionPlanning planning, Elections elections, People people, CurrentPerson caller, CopenhagenTime time) {
        this.planning = planning;
        this.elections = elections;
        this.people = people;
        this.caller = caller;
        this.time = time;
    }

    record Form(String post, int seats, @Nullable LocalDate takesOffice, List<String> leaving) {}

    @Override
    public String task() {
        return CoordinatorElection.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return caller.isAdministrator() || caller.hasRole(clusterId, Role.COORDINATOR, Role.SECRETARY)
                ? Optional.empty()
                : Optional.of("Kun koordinator, sekretær og administrator kan begynde et valg.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String post = fields.choice(
                "post",
                ELECTED.stream().map(Post::name).collect(Collectors.toSet()),
                "Vælg, hvilken post der er på valg.");
        String typed = fields.text("seats", "Pladser");
        boolean isOfSeveral = post.equals(Post.BOARD.name()) || post.equals(Post.AUDITOR.name());
        int seats = isOfSeveral && typed.matches("[1-" + MOST_SEATS + "]") ? Integer.parseInt(typed) : 1;
        if (isOfSeveral && !typed.matches("[1-" + MOST_SEATS + "]")) {
            fields.wrong("Pladser: skriv et tal fra 1 til " + MOST_SEATS + ", ikke „" + typed + "“.");
        }
        fields.required("takesOffice", "Tiltræder");
        LocalDate day = fields.dayAhead("takesOffice", "Tiltræder");
        if (day != null
                && (!day.isAfter(time.today()) || day.isAfter(time.today().plusDays(MOST_DAYS)))) {
            fields.wrong("Tiltræder: vælg en dag efter i dag og inden for et år.");
        }
        List<String> leaving = Arrays.stream(
                        fields.text("leaving", "Hvem går af").split(","))
                .filter(id -> !id.isBlank())
                .toList();
        if (!ELECTED.stream().map(Post::name).toList().contains(post)) {
            return new Form(post, seats, day, List.of());
        }
        List<String> holders = people.holding(answer.clusterId(), Post.valueOf(post)).stream()
                .map(Person::id)
                .toList();
        Set<String> known = leavers(answer.clusterId());
        if (!known.containsAll(leaving)) {
            fields.wrong("Hvem går af: vælg blandt dem, der har en post nu.");
        }
        if (elections.isUnderWay(answer.clusterId(), Post.valueOf(post))) {
            fields.wrong("Der er allerede et valg i gang til den post. Det står på siden Valg.");
        }
        if (post.equals(Post.COORDINATOR.name())) {
            people.holding(answer.clusterId(), Post.SUCCESSOR).stream()
                    .findFirst()
                    .ifPresent(successor -> fields.wrong("Der er aftalt en overdragelse af posten til "
                            + successor.name()
                            + ". Aflys den på siden Overdragelse først, hvis der skal vælges en anden."));
        }
        return new Form(
                post, seats, day, leaving.stream().filter(holders::contains).toList());
    }

    private Set<String> leavers(String clusterId) {
        Set<String> all =
                people.holding(clusterId, Post.BOARD).stream().map(Person::id).collect(Collectors.toSet());
        people.holding(clusterId, Post.AUDITOR).forEach(person -> all.add(person.id()));
        return all;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Election election = planning.wanted(
                answer.clusterId(),
                Post.valueOf(form.post()),
                form.seats(),
                Objects.requireNonNull(form.takesOffice()),
                form.leaving(),
                answer.personId());
        return Map.of(
                CoordinatorElectionVariables.ELECTION_ID.name(),
                election.electionId(),
                CoordinatorElectionVariables.CLUSTER_ID.name(),
                election.clusterId());
    }
}
