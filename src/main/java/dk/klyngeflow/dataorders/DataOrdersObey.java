package dk.klyngeflow.dataorders;

import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Obeys;
import dk.klyngeflow.localmodel.Question;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What data packages make of the local model. */
@Component
@Order(3)
class DataOrdersObey implements Obeys {

    @Override
    public List<Effect<?>> settings(Choices model) {
        return model.all(Question.DATA).isEmpty()
                ? List.of()
                : List.of(new Effect<>(
                        Question.DATA,
                        DataSettings.OPEN,
                        model.has(Question.DATA, "OPEN"),
                        "Når praksis spørges om deres data, og når de bestilles"));
    }
}
