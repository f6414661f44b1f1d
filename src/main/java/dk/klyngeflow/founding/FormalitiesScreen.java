package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.FormalityRows;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.members.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the formalities stand, and the founder's wish not to wait for them. */
@Component
class FormalitiesScreen implements FounderScreen {

    private static final String OPEN = "aabn";

    private final FormalityRows rows;
    private final Formalities formalities;
    private final People people;

    FormalitiesScreen(FormalityRows rows, Formalities formalities, People people) {
        this.rows = rows;
        this.formalities = formalities;
        this.people = people;
    }

    @Override
    public Set<FoundingStage> stages() {
        return Set.of(FoundingStage.FORMALITIES);
    }

    @Override
    public Page show(Founding founding) {
        return new Page(
                "Det sidste før klyngen åbner",
                List.of(
                        new Block.Text(
                                "Hver af de tre har sit eget link i en mail. De kan klares, springes over eller gives videre. "
                                        + Formalities.until(founding)),
                        new Block.Table(
                                "Det praktiske",
                                List.of("Hvad", "Hos", "Står"),
                                rows.of(founding.clusterId()).stream()
                                        .map(each -> List.of(
                                                each.kind().danish(), people.nameOf(each.holderId()), each.stands()))
                                        .toList()),
                        new Block.Choice(
                                OPEN,
                                "Vil du vente på resten?",
                                List.of(new Block.Choice.Option(
                                        "ja",
                                        "Nej, åbn klyngen nu",
                                        "Det, der mangler, springes over og kan klares senere.")),
                                Set.of(),
                                false,
                                true)),
                "Send");
    }

    @Override
    public Done answer(Founding founding, Map<String, List<String>> sent) {
        if (!sent.containsKey(OPEN)) {
            throw new FormRefused("Vælg noget først.");
        }
        formalities.skipAll(founding.clusterId());
        return new Done("Klyngen åbnes", "Om et øjeblik får alle besked.");
    }
}
