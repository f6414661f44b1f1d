package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Nobody needs to know who wanted what once the model is in force; the model itself stays. */
@Component
class ModelRetention implements Forgets {

    private final LocalModels models;

    ModelRetention(LocalModels models) {
        this.models = models;
    }

    @Override
    public String what() {
        return "Hvem der svarede hvad om den lokale model";
    }

    @Override
    public Period after() {
        return Period.ofMonths(3);
    }

    @Override
    public int forget(Instant before) {
        return models.forget(before);
    }
}
