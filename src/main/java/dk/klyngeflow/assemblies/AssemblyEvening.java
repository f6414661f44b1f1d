package dk.klyngeflow.assemblies;

import dk.klyngeflow.assemblies.AssemblyAgenda.Point;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The evening of an assembly, from the notice with its links to what was recorded. */
@Component
public class AssemblyEvening {

    private final Assemblies evenings;
    private final Proposals proposals;
    private final People people;

    AssemblyEvening(Assemblies evenings, Proposals proposals, People people) {
        this.evenings = evenings;
        this.proposals = proposals;
        this.people = people;
    }

    /** From the notice on members can give proxies. */
    public void announce(CalledAssembly assembly) {
        evenings.announce(
                assembly.clusterId(),
                assembly.assemblyId(),
                assembly.title(),
                assembly.matter().statutesVersion(),
                assembly.matter().kind() == AssemblyKind.SECOND,
                roll(assembly));
    }

    /** Lays the points ready for the chair; again, it changes nothing. */
    public void open(CalledAssembly assembly, List<Point> points) {
        evenings.open(
                assembly.clusterId(),
                assembly.assemblyId(),
                roll(assembly),
                points.stream().map(point -> item(assembly, point)).toList());
    }

    private List<String> roll(CalledAssembly assembly) {
        return people.holding(assembly.clusterId(), Role.MEMBER).stream()
                .map(Person::id)
                .toList();
    }

    private AgendaItem item(CalledAssembly assembly, Point point) {
        ItemKind kind = ItemKind.valueOf(point.kind().name());
        Post post = point.post();
        if (post != null) {
            return new AgendaItem(
                    point.key(),
                    kind,
                    point.title(),
                    "",
                    "",
                    "",
                    proposals.candidates(assembly, post).stream()
                            .map(Candidacy::personId)
                            .toList(),
                    post == Post.BOARD ? Math.max(1, assembly.matter().seats()) : 1);
        }
        return proposals.of(assembly).stream()
                .filter(each -> each.number() == point.proposal())
                .findFirst()
                .map(each -> new AgendaItem(
                        point.key(),
                        kind,
                        point.title(),
                        each.text(),
                        each.beforeText(),
                        each.afterText(),
                        List.of(),
                        0))
                .orElseGet(() -> AgendaItem.of(point.key(), kind, point.title(), ""));
    }

    public static String page(CalledAssembly assembly) {
        return Assemblies.page(assembly.clusterId(), assembly.assemblyId());
    }

    public boolean isOver(CalledAssembly assembly) {
        return evenings.hasEnded(assembly.clusterId(), assembly.assemblyId());
    }

    /** @return empty until the chair has closed it */
    public Optional<EveningRecord> record(CalledAssembly assembly) {
        return isOver(assembly)
                ? Optional.of(evenings.record(assembly.clusterId(), assembly.assemblyId()))
                : Optional.empty();
    }

    /** Of the votes by link, in order. */
    public List<VoteProtocol> protocols(CalledAssembly assembly) {
        return evenings.protocols(assembly.clusterId(), assembly.assemblyId());
    }

    public static Optional<Decision> of(EveningRecord record, Point point) {
        return record.decisions().stream()
                .filter(each -> each.key().equals(point.key()))
                .findFirst();
    }

    public static boolean is(EveningRecord record, Point point, ItemOutcome outcome) {
        return of(record, point).filter(each -> each.is(outcome)).isPresent();
    }
}
