package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a member reads what the cluster has agreed on: always the newest version. */
@Component
class ModelLink implements LinkPage {

    private final LocalModels models;

    ModelLink(LocalModels models) {
        this.models = models;
    }

    @Override
    public String purpose() {
        return LocalModels.MODEL;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return models.versions(held.clusterId()).stream().findFirst().map(ModelLink::shown);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        throw new IllegalStateException("there is nothing to answer to a model that is adopted");
    }

    private static Shown shown(ModelVersion version) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("Version " + version.version()
                + (version.inForceAt() == null ? " gælder fra den " : " har været gældende siden den ")
                + DanishTime.DAY.format(version.effectiveFrom()) + "."));
        blocks.addAll(ModelDraftLink.lines(version.choices(), version.note()));
        blocks.add(new Block.File(version.documentId(), "Hent den som PDF"));
        return new Shown("Vores lokale model", blocks, null);
    }
}
