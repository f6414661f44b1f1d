package dk.klyngeflow.membership;

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

/** Here whoever reads the mail says that her practice wants to join. */
@Component
class ConfirmJoinLink implements LinkPage {

    private static final String TOO_LATE =
            AddressQuestion.tooLate("Har du ikke fået svar fra klyngen, så begynd forfra på klyngens side.");

    private final MemberWishes wishes;

    ConfirmJoinLink(MemberWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public String purpose() {
        return MemberWishes.CONFIRM;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return open(held).map(ConfirmJoinLink::question);
    }

    private Optional<MemberWish> open(Held held) {
        return wishes.find(held.clusterId(), Long.parseLong(held.subject())).filter(wish -> !wishes.isOver(wish));
    }

    private static Shown question(MemberWish wish) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Din praksis",
                wish.typed().practiceName() + ", ydernummer " + wish.typed().providerNumber());
        facts.put("Dit navn", wish.typed().name());
        return AddressQuestion.of(
                "Vil du være med i klyngen?",
                "på klyngens side for praksis, der vil være med",
                facts,
                List.of(),
                "med",
                "Ja, jeg vil være med",
                "Send ønsket til klyngen");
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(TOO_LATE);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        wishes.confirm(open(held).orElseThrow(() -> new FormRefused(TOO_LATE)));
        return new Done(
                "Dit ønske er sendt",
                "Klyngens sekretær ser på det. Om et øjeblik får du en mail, hvor der står, hvornår du senest har svar.");
    }
}
