package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Here whoever reads the mail says that she wants to start the cluster. */
@Component
class StartFoundingLink implements LinkPage {

    private static final String TOO_LATE =
            "Linket er brugt eller er mere end to dage gammelt. Vil du stadig starte en klynge, så begynd forfra på siden „Start en klynge“.";

    private final FoundingWishes wishes;

    StartFoundingLink(FoundingWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public String purpose() {
        return FoundingWishes.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return open(held).map(StartFoundingLink::question);
    }

    private Optional<FoundingWish> open(Held held) {
        return wishes.find(held.subject()).filter(wish -> !wishes.isOver(wish));
    }

    private static Shown question(FoundingWish wish) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Klynge", wish.wanted().clusterName());
        facts.put("Region", wish.wanted().regionName());
        facts.put(
                "Din praksis",
                wish.wanted().practiceName() + ", ydernummer " + wish.wanted().providerNumber());
        facts.put("Dit navn", wish.founder().name());
        return new Shown(
                "Vil du starte en klynge?",
                List.of(
                        new Block.Text(
                                "Nogen har skrevet din mailadresse på siden „Start en klynge“. Er det dig, så bekræft det her. Ellers skal du ikke gøre noget, så er det væk om to dage."),
                        new Block.Facts(facts),
                        new Block.Choice(
                                "start",
                                "Er det rigtigt?",
                                List.of(new Block.Choice.Option("ja", "Ja, jeg vil starte klyngen")),
                                Set.of(),
                                true,
                                false)),
                "Start klyngen");
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(TOO_LATE);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        wishes.confirm(open(held).orElseThrow(() -> new FormRefused(TOO_LATE)));
        return new Done(
                "Stiftelsen er i gang",
                "Om et øjeblik får du en mail med dit eget link. Derfra skriver du, hvilke praksis der skal inviteres.");
    }
}
