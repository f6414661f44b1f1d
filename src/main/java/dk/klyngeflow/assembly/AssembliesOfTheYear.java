package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.statutes.OrdinaryAssemblies;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the ordinary assembly is, for the wheel of the year. */
@Component
class AssembliesOfTheYear implements OrdinaryAssemblies {

    private final CalledAssemblies assemblies;
    private final Meetings meetings;

    AssembliesOfTheYear(CalledAssemblies assemblies, Meetings meetings) {
        this.assemblies = assemblies;
        this.meetings = meetings;
    }

    @Override
    public Optional<Called> presenting(String clusterId, int accountingYear) {
        return assemblies
                .ordinary(clusterId, accountingYear)
                .map(called -> new Called(
                        meetings.find(clusterId, called.meetingId())
                                .map(Meeting::startsAt)
                                .map(CopenhagenTime::dayOf)
                                .orElse(null),
                        called.is(AssemblyStatus.HELD) || called.is(AssemblyStatus.DONE),
                        called.businessKey()));
    }
}
