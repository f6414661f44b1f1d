package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyAgenda;
import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.documents.Documents;
import org.springframework.stereotype.Component;

/** Opens an assembly on its evening: the attest of lawful notice is there, and the chair has the points. */
@Component
class AssemblyOpening {

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final AssemblyAgenda agenda;
    private final AssemblyPaper paper;
    private final AssemblyEvening evening;
    private final PostsElsewhere elsewhere;
    private final Documents documents;

    AssemblyOpening(
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            AssemblyAgenda agenda,
            AssemblyPaper paper,
            AssemblyEvening evening,
            PostsElsewhere elsewhere,
            Documents documents) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.agenda = agenda;
        this.paper = paper;
        this.evening = evening;
        this.elsewhere = elsewhere;
        this.documents = documents;
    }

    AssemblyPlanning.Due open(String clusterId, String assemblyId) {
        CalledAssembly assembly = elsewhere.leaveOff(assemblies.lock(clusterId, assemblyId));
        if (assembly.notice().attestId() == null) {
            String attestId = documents
                    .store(
                            clusterId,
                            "varslingsattest-" + assembly.number() + ".pdf",
                            paper.attest(assembly),
                            "klyngeflow")
                    .id();
            documents.belongsTo(assembly.businessKey(), clusterId, attestId);
            assemblies.attested(assembly, attestId);
        }
        evening.open(assembly, agenda.of(assembly));
        assemblies.status(assembly, AssemblyStatus.OPEN);
        return planning.due(clusterId);
    }
}
