package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a member asks for an extraordinary assembly, and sees who has. */
@Component
class DemandLink implements LinkPage, MailContent {

    static final String PURPOSE = "assembly-demand";

    private static final String ANSWER = "svar";

    private final AssemblyDemands demands;
    private final People people;
    private final CopenhagenTime time;

    DemandLink(AssemblyDemands demands, People people, CopenhagenTime time) {
        this.demands = demands;
        this.people = people;
        this.time = time;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return demands.find(held.clusterId(), held.subject())
                .filter(demand -> demand.isOpen(time.now()))
                .map(demand -> shown(demand, held.holder()));
    }

    private Shown shown(AssemblyDemands.Demand demand, String holder) {
        boolean wants = demand.wanting().contains(holder);
        return new Shown(
                "Ekstraordinær generalforsamling?",
                List.of(
                        new Block.Facts(Map.of("Handler om", demand.matter(), "Svar senest", last(demand.closesAt()))),
                        new Block.Text(demand.wanting().size() + " har bedt om den; "
                                + demands.needed(demand.clusterId()) + " skal der til efter vedtægterne: "
                                + String.join(
                                        ", ", people.namesOf(demand.wanting()).values()) + "."),
                        new Block.Choice(
                                ANSWER,
                                "Vil du have den holdt?",
                                List.of(
                                        new Block.Choice.Option("YES", "Ja", "Dit navn kan ses af alle."),
                                        new Block.Choice.Option("NO", "Nej")),
                                wants ? Set.of("YES") : Set.of(),
                                true,
                                false)),
                "Send mit svar");
    }

    private static String last(Instant closes) {
        return DanishTime.WEEKDAY.format(closes.minus(Duration.ofMinutes(1)).atZone(CopenhagenTime.ZONE));
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(
                demands.find(held.clusterId(), held.subject())
                                .filter(demand -> demand.assemblyId() != null)
                                .isPresent()
                        ? "Nok har bedt om den: der kaldes til ekstraordinær generalforsamling."
                        : "For få bad om den i tide, så der kaldes ikke til ekstraordinær generalforsamling.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        boolean wants = sent.getOrDefault(ANSWER, List.of()).contains("YES");
        if (!demands.want(held.clusterId(), held.subject(), held.holder(), wants)) {
            throw new FormRefused("Det er afgjort i mellemtiden. Genindlæs siden.");
        }
        return new Done(
                "Tak for dit svar",
                wants
                        ? "Har nok bedt om den, kaldes der til ekstraordinær generalforsamling, og alle får besked."
                        : "Du er ikke talt med.");
    }

    /** Nobody is asked for what is settled. */
    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return demands.find(clusterId, model.getOrDefault(AssemblyDemands.DEMAND_ID, ""))
                .filter(demand -> demand.isOpen(time.now()))
                .map(demand -> Map.of(
                        "matter",
                        demand.matter(),
                        "needed",
                        demands.needed(clusterId),
                        "closesAt",
                        last(demand.closesAt())));
    }
}
