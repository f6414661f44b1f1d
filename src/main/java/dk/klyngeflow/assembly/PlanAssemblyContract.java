package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyHours;
import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostElections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The board fixes the day, or the days that members are asked about; none that cannot be called lawfully. */
@Component
class PlanAssemblyContract implements FormContract<PlanAssemblyContract.Form> {

    static final List<Post> ELECTED = List.of(Post.CHAIR, Post.TREASURER, Post.BOARD, Post.COORDINATOR, Post.AUDITOR);

    private static final int LONGEST_PLACE = 300;
    private static final int MOST_SEATS = 9;
    private static final int MOST_YEARS = 2;

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final PostElections elections;
    private final CopenhagenTime time;

    PlanAssemblyContract(
            CalledAssemblies assemblies, AssemblyPlanning planning, PostElections elections, CopenhagenTime time) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.elections = elections;
        this.time = time;
    }

    record Form(List<Instant> times, int minutes, String place, String findRoom, String posts, int seats) {}

    @Override
    public String task() {
        return "planAssembly";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        CalledAssembly assembly = assembly(answer);
        List<Instant> times = AssemblyHours.read(fields, "times", time.now());
        AssemblyTimes.Window window = planning.window(assembly);
        for (LocalDate day :
                times.stream().map(CopenhagenTime::dayOf).distinct().toList()) {
            window.refusal(day).ifPresent(fields::wrong);
            planning.doubts(assembly, day).forEach(sentence -> fields.doubt("LATE", sentence));
            if (day.isAfter(time.today().plusYears(MOST_YEARS))) {
                fields.wrong("Vælg en dag inden for to år.");
            }
        }
        String minutes = fields.required("minutes", "Minutter");
        if (!minutes.matches("\\d{2,3}") || Integer.parseInt(minutes) < 30) {
            fields.wrong("Minutter: skriv et tal fra 30 til 999.");
        }
        String place = fields.text("place", "Sted", LONGEST_PLACE);
        String findRoom = fields.choice("findRoom", Set.of("YES", "NO"), "Vælg, om der skal bookes et lokale.");
        if (findRoom.equals("NO") && place.isEmpty()) {
            fields.wrong("Skriv stedet, eller lad lokalet blive booket.");
        }
        String posts = Arrays.stream(fields.text("posts", "På valg").split(","))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(","));
        List<String> known = ELECTED.stream().map(Post::name).toList();
        if (!posts.isEmpty() && !known.containsAll(List.of(posts.split(",")))) {
            fields.wrong("På valg: vælg blandt posterne.");
        }
        Optional<LocalDate> first = times.stream()
                .map(CopenhagenTime::dayOf)
                .filter(day -> assembly.matter().item() == AssemblyItem.ALL)
                .findFirst();
        ELECTED.stream()
                .filter(post -> List.of(posts.split(",")).contains(post.name()))
                .flatMap(post -> first.flatMap(day -> elections.elsewhere(answer.clusterId(), post, day)).stream()
                        .map(elsewhere -> PostsElsewhere.sentence(post, elsewhere)))
                .forEach(sentence -> fields.wrong(sentence + " Tag den af listen."));
        String seats = fields.text("seats", "Pladser");
        boolean hasSeats = List.of(posts.split(",")).contains(Post.BOARD.name());
        if ((hasSeats || !seats.isEmpty()) && !seats.matches("[1-" + MOST_SEATS + "]")) {
            fields.wrong("Pladser i bestyrelsen: skriv et tal fra 1 til " + MOST_SEATS + ", ikke „" + seats + "“.");
        }
        return new Form(
                times,
                minutes.matches("\\d{2,3}") ? Integer.parseInt(minutes) : 0,
                place,
                findRoom,
                posts,
                hasSeats && seats.matches("[1-" + MOST_SEATS + "]") ? Integer.parseInt(seats) : 0);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        CalledAssembly assembly = assembly(answer);
        if (assembly.matter().item() == AssemblyItem.ALL) {
            assemblies.elections(assembly, form.posts(), form.seats());
        }
        boolean isPollWanted = planning.plan(
                assembly,
                form.times(),
                form.minutes(),
                form.place(),
                form.findRoom().equals("YES"));
        return Map.of(GeneralAssemblyVariables.IS_POLL_WANTED.name(), isPollWanted);
    }

    private CalledAssembly assembly(Answer answer) {
        return assemblies.get(answer.clusterId(), GeneralAssemblyVariables.ASSEMBLY_ID.in(answer.known()));
    }
}
