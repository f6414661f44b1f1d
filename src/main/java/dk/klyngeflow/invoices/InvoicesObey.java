package dk.klyngeflow.invoices;

import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Obeys;
import dk.klyngeflow.localmodel.Question;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What invoices make of the local model. */
@Component
@Order(6)
class InvoicesObey implements Obeys {

    private static final String WHEN = "Når det afgøres, hvem der skal godkende en regning";

    @Override
    public List<Effect<?>> settings(Choices model) {
        return model.limits()
                .<List<Effect<?>>>map(limits -> List.of(
                        new Effect<>(Question.MONEY, InvoiceSettings.COORDINATOR_LIMIT, limits.coordinator(), WHEN),
                        new Effect<>(Question.MONEY, InvoiceSettings.BOARD_LIMIT, limits.board(), WHEN)))
                .orElse(List.of());
    }

    @Override
    public List<Given> duties(Choices model) {
        return model.one(Question.INVOICES)
                .map(Role::valueOf)
                .map(role -> List.of(new Given(
                        Question.INVOICES,
                        InvoiceDuties.CHECK_INVOICE,
                        role,
                        "Når opgaven kommer, og når den ligger åben")))
                .orElse(List.of());
    }
}
