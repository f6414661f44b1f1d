package dk.klyngeflow.benchmarks;

import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the mail with the link to the own figures says: which measure, and never a figure. Nothing to whoever is in no practice. */
@Component
class FiguresMail implements MailContent {

    static final String MEASURE = "measure";

    private final Figures figures;
    private final FigureReaders readers;

    FiguresMail(Figures figures, FigureReaders readers) {
        this.figures = figures;
        this.readers = readers;
    }

    @Override
    public String purpose() {
        return FiguresLink.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return personId.filter(
                        person -> readers.of(clusterId, person).provider().isPresent())
                .flatMap(person -> figures.measure(clusterId, model.getOrDefault(MEASURE, "")))
                .map(measure -> Map.of("title", measure.title()));
    }
}
