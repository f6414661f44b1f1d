package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a task of an assembly, or of anything that runs for it, to its page. */
@Component
class AssemblyCaseAddress implements CaseAddress {

    private final CalledAssemblies assemblies;

    AssemblyCaseAddress(CalledAssemblies assemblies) {
        this.assemblies = assemblies;
    }

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        String[] parts = businessKey.split("/");
        return parts.length < 2
                ? Optional.empty()
                : assemblies
                        .byKey(clusterId, parts[0] + "/" + parts[1])
                        .map(assembly ->
                                new Page("Se generalforsamlingen", AssembliesPage.PATH + assembly.businessKey()));
    }
}
