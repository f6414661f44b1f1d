package dk.klyngeflow.members;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All duties that there are, in the order of the stages. */
@Component
public class Duties {

    private final ObjectProvider<DutyCatalog> catalogs;

    Duties(ObjectProvider<DutyCatalog> catalogs) {
        this.catalogs = catalogs;
    }

    public List<Duty> all() {
        return catalogs.orderedStream()
                .flatMap(catalog -> catalog.duties().stream())
                .toList();
    }

    public Optional<Duty> find(String id) {
        return all().stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    /** @throws IllegalStateException when no stage declares it */
    public Duty get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no stage declares the duty " + id));
    }
}
