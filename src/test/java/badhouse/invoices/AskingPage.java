package badhouse.invoices;

import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a link shows, called a page. */
final class AskingPage implements LinkPage {

    @Override
    public String purpose() {
        return "asking";
    }

    @Override
    public Optional<Shown> show(Held held) {
        return Optional.empty();
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        throw new IllegalStateException("nobody is asked");
    }
}
