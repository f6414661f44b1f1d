package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.statutes.OrdinaryAssemblies;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the ordinary assembly is, and to which posts one elects, for the wheel of the year. */
@Component
class AssembliesOfTheYear implements OrdinaryAssemblies {

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;

    AssembliesOfTheYear(CalledAssemblies assemblies, AssemblyPlanning planning) {
        this.assemblies = assemblies;
        this.planning = planning;
    }

    @Override
    public Optional<Called> presenting(String clusterId, int accountingYear) {
        return assemblies
                .ordinary(clusterId, accountingYear)
                .map(called -> new Called(
                        day(called),
                        day(called) == null ? null : planning.dates(called).lastSendDay(),
                        called.is(AssemblyStatus.HELD) || called.is(AssemblyStatus.DONE),
                        called.businessKey()));
    }

    /** One that nobody can be called to lawfully is no day. */
    private @Nullable LocalDate day(CalledAssembly called) {
        Meeting meeting = planning.meeting(called);
        return meeting.startsAt() == null || planning.isLapsed(called)
                ? null
                : CopenhagenTime.dayOf(meeting.startsAt());
    }

    @Override
    public boolean elects(String clusterId, Post post) {
        return assemblies.all(clusterId).stream()
                .anyMatch(called -> (called.status().isAhead() || called.is(AssemblyStatus.OPEN))
                        && called.matter().postsUp().contains(post.name()));
    }
}
