package dk.klyngeflow.founding;

import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a task of a local model to the page of the model. */
@Component
class ModelCaseAddress implements CaseAddress {

    private final LocalModels models;

    ModelCaseAddress(LocalModels models) {
        this.models = models;
    }

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        return models.byKey(clusterId, businessKey)
                .map(round -> new Page("Se den lokale model", LocalModelPage.PATH + clusterId));
    }
}
