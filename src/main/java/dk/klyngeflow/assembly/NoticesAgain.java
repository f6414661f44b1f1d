package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.AddressChanged;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.MemberJoined;
import dk.klyngeflow.members.Person;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The notice to one person more, after everybody else has it. */
@Component
class NoticesAgain {

    private final CalledAssemblies assemblies;
    private final AssemblyLetters letters;
    private final AssemblyEvening evening;
    private final Clusters clusters;
    private final CopenhagenTime time;

    NoticesAgain(
            CalledAssemblies assemblies,
            AssemblyLetters letters,
            AssemblyEvening evening,
            Clusters clusters,
            CopenhagenTime time) {
        this.assemblies = assemblies;
        this.letters = letters;
        this.evening = evening;
        this.clusters = clusters;
        this.time = time;
    }

    /** Somebody has joined since: she gets what the others have got. */
    @EventListener
    void joined(MemberJoined joined) {
        assemblies.all(joined.clusterId()).stream()
                .filter(assembly ->
                        assembly.is(AssemblyStatus.CALLED) && assembly.notice().noticeId() != null)
                .forEach(assembly -> {
                    evening.announce(assembly);
                    call(assembly, joined.personId());
                });
    }

    /** Her link is another from now on: she gets it where she has her mail now. */
    @EventListener
    void readdressed(AddressChanged changed) {
        clusters.all().stream()
                .flatMap(cluster -> assemblies.all(cluster.id()).stream())
                .filter(assembly -> assembly.is(AssemblyStatus.CALLED) || assembly.is(AssemblyStatus.OPEN))
                .forEach(assembly -> call(assembly, changed.personId()));
    }

    private void call(CalledAssembly assembly, String personId) {
        String noticeId = assembly.notice().noticeId();
        List<Person> one = letters.everybody(assembly.clusterId()).stream()
                .filter(person -> person.id().equals(personId))
                .toList();
        if (noticeId != null && !one.isEmpty()) {
            letters.call(
                    assembly,
                    one,
                    noticeId,
                    assembly.notice().noticeRound(),
                    ":again-" + time.now().toEpochMilli());
        }
    }
}
