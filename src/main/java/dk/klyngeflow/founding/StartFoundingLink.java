package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.AddressQuestion;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Here whoever reads the mail says that she wants to start the cluster. */
@Component
class StartFoundingLink implements LinkPage {

    private static final String TOO_LATE =
            AddressQuestion.tooLate("Vil du stadig starte en klynge, så begynd forfra på siden „Start en klynge“.");

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
        return AddressQuestion.of(
                "Vil du starte en klynge?",
                "på siden „Start en klynge“",
                facts,
                List.of(),
                "start",
                "Ja, jeg vil starte klyngen",
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
