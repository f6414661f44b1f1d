package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The founder's one link: it shows how far her cluster is and takes the next step, and gives the founding up. */
@Component
class FounderLink implements LinkPage {

    private static final String GIVE_UP = "opgiv";

    private final Foundings foundings;
    private final ClusterFounding process;
    private final ObjectProvider<FounderScreen> screens;

    FounderLink(Foundings foundings, ClusterFounding process, ObjectProvider<FounderScreen> screens) {
        this.foundings = foundings;
        this.process = process;
        this.screens = screens;
    }

    @Override
    public String purpose() {
        return FounderMails.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return founding(held).flatMap(founding -> screen(founding).map(screen -> shown(founding, screen)));
    }

    private Optional<Founding> founding(Held held) {
        return foundings
                .find(held.clusterId())
                .filter(found -> found.founderId().equals(held.holder()));
    }

    private Optional<FounderScreen> screen(Founding founding) {
        return screens.stream()
                .filter(screen -> screen.stages().contains(founding.stage()))
                .findFirst();
    }

    private static Shown shown(Founding founding, FounderScreen screen) {
        FounderScreen.Page page = screen.show(founding);
        List<Block> blocks = new ArrayList<>(page.blocks());
        blocks.add(new Block.Choice(
                GIVE_UP,
                "Vil du ikke længere?",
                List.of(new Block.Choice.Option(
                        "ja", "Opgiv stiftelsen", "Alle, der er spurgt, får besked. Det kan ikke fortrydes.")),
                Set.of(),
                false,
                true));
        return new Shown(page.title(), blocks, page.button());
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(
                founding(held)
                                .filter(found -> found.stage() == FoundingStage.OPEN)
                                .isPresent()
                        ? "Klyngen er åben. De, der har en post, logger ind; alle andre svarer ved de links, de får i mails."
                        : "Stiftelsen er opgivet, og alle har fået besked.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Founding founding = foundings.lock(held.clusterId());
        FounderScreen screen = screen(founding)
                .orElseThrow(
                        () -> new FormRefused("Det er ikke aktuelt længere. Åbn linket igen, og se, hvor langt I er."));
        if (!sent.containsKey(GIVE_UP)) {
            return screen.answer(founding, sent);
        }
        FormFields fields = new SentAnswers(sent).confirmed();
        fields.doubt("GIVE_UP", "Stiftelsen opgives, og alle, der er spurgt, får besked. Det kan ikke fortrydes.");
        fields.refuseIfWrong();
        process.abandoned(held.clusterId());
        return new Done(
                "Stiftelsen er opgivet", "Alle, der er spurgt, får besked. Navne og mailadresser slettes om 30 dage.");
    }
}
