package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where each of the board of a year signs exactly the PDF that is shown. */
@Component
public class SignAccountsLink implements LinkPage {

    public static final String PURPOSE = "accounts-signature";

    private static final String SIGN = "underskrift";

    private final AccountsOfYear accounts;

    SignAccountsLink(AccountsOfYear accounts) {
        this.accounts = accounts;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return accounts.find(held.clusterId(), held.subject())
                .filter(draft -> draft.sealedId() == null
                        && accounts.missingSignatures(held.clusterId(), draft.year())
                                .contains(held.holder()))
                .map(SignAccountsLink::shown);
    }

    private static Shown shown(Draft draft) {
        return new Shown(
                "Underskriv årsregnskabet for " + draft.year(),
                List.of(
                        new Block.Text("Revisor har godkendt årsregnskabet. Hele bestyrelsen i " + draft.year()
                                + " skriver under på netop denne PDF; ændres der noget i den, spørges du igen."),
                        new Block.File(draft.documentId(), "Årsregnskabet som PDF"),
                        new Block.Choice(
                                SIGN,
                                "Underskriver du netop dette årsregnskab?",
                                List.of(new Block.Choice.Option(draft.sha256(), "Ja, jeg underskriver")),
                                Set.of(),
                                true,
                                false),
                        new Block.Text("Er der noget galt, så lad være, og skriv til kassereren.")),
                "Underskriv");
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(
                "Du har skrevet under, årsregnskabet er forseglet, eller der er et nyere udkast, som du får en ny mail om. Du skal ikke gøre mere her.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Draft draft = accounts.find(held.clusterId(), held.subject())
                .orElseThrow(() -> new FormRefused("Der er et nyere udkast. Du får en ny mail om det."));
        accounts.approveAsBoard(
                held.clusterId(), draft.year(), String.join("", sent.getOrDefault(SIGN, List.of())), held.holder());
        return new Done("Tak for din underskrift", "Når hele bestyrelsen har skrevet under, forsegles årsregnskabet.");
    }
}
