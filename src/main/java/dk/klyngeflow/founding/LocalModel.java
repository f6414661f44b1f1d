package dk.klyngeflow.founding;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.localmodel.ModelAnswered;
import dk.klyngeflow.localmodel.ModelCommented;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code local-model}: the members say how they want to work, and the cluster adopts it as a numbered version. */
@Component
class LocalModel {

    static final String KEY = "local-model";
    static final String LABEL = "Lokal model";
    static final String ANSWERED = "founding.modelAnswered";
    static final String COMMENTED = "founding.modelCommented";
    static final String CANCELLED = "founding.modelCancelled";

    private final Cases cases;

    LocalModel(Cases cases) {
        this.cases = cases;
    }

    /** The case goes on at once; one that has gone on already hears nothing. */
    @EventListener
    void goOn(ModelAnswered answered) {
        cases.tell(ANSWERED, answered.clusterId(), answered.caseKey(), Map.of());
    }

    @EventListener
    void goOn(ModelCommented commented) {
        cases.tell(COMMENTED, commented.clusterId(), commented.caseKey(), Map.of());
    }
}
