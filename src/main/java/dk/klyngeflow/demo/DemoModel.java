package dk.klyngeflow.demo;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelEffects;
import dk.klyngeflow.localmodel.ModelRound;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How the demo's cluster works has been agreed upon: most have answered by link, and the first version is adopted and in force. */
@Component
@Profile("demo")
class DemoModel {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int DAYS_TO_ANSWER = 14;
    private static final int ANSWERING = 17;
    private static final int DAYS_SINCE = 30;
    private static final String ASKED = "model-questionnaire";
    private static final String BY = "koordinator";

    private final LocalModels models;
    private final ModelEffects effects;
    private final Links links;
    private final LinkPage asked;
    private final People people;
    private final FastForward clock;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;

    DemoModel(
            LocalModels models,
            ModelEffects effects,
            Links links,
            List<LinkPage> pages,
            People people,
            FastForward clock,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.models = models;
        this.effects = effects;
        this.links = links;
        this.asked = pages.stream()
                .filter(page -> page.purpose().equals(ASKED))
                .findFirst()
                .orElseThrow();
        this.people = people;
        this.clock = clock;
        this.time = time;
        this.transaction = transaction;
    }

    void tell() {
        ModelRound round = models.begin(
                        DemoCluster.ID,
                        BY,
                        CopenhagenTime.at(time.today().plusDays(DAYS_TO_ANSWER), LocalTime.of(20, 0)))
                .orElseThrow();
        models.ask(DemoCluster.ID, round.roundNo());
        clock.by(A_MOMENT);
        people.holding(DemoCluster.ID, Role.MEMBER).stream()
                .map(Person::id)
                .limit(ANSWERING)
                .forEach(this::answers);
        transaction.executeWithoutResult(status -> adopt(round.roundNo()));
        clock.by(A_MOMENT);
    }

    private void adopt(int round) {
        models.close(DemoCluster.ID, round);
        models.keepDraft(
                DemoCluster.ID,
                round,
                Choices.NONE.orUsual(),
                "Vi spiser sammen, før mødet begynder. Nye i klyngen får en makker det første år.");
        models.adopt(
                DemoCluster.ID,
                round,
                time.today().minusDays(DAYS_SINCE),
                time.today().minusDays(DAYS_SINCE - 1L),
                BY);
        effects.putIntoForce(DemoCluster.ID, round, BY);
    }

    /** Most agree, and every third would rather meet in the afternoon. */
    private void answers(String member) {
        boolean isEarly = Math.floorMod(member.hashCode(), 3) == 0;
        Map<String, List<String>> sent = Map.of(
                "meetings", List.of("4"),
                "weekdays", List.of("tirsdag", "torsdag"),
                "hour", List.of(isEarly ? "16.30" : "19.00"),
                "quorum", List.of("50"),
                "data", List.of(isEarly ? "OPEN" : "CLOSED"));
        for (Held held : links.heldBy(DemoCluster.ID, ASKED, member)) {
            transaction.executeWithoutResult(status -> asked.answer(held, sent));
        }
    }
}
