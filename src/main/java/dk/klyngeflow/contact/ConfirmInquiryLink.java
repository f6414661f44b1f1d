package dk.klyngeflow.contact;

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

/** Here whoever reads the mail says that she wrote to the cluster. */
@Component
class ConfirmInquiryLink implements LinkPage {

    private static final String TOO_LATE =
            "Linket er brugt eller er mere end to dage gammelt. Er din besked ikke kommet frem, så skriv den igen på klyngens side.";

    private final Inquiries inquiries;
    private final InquiryCases cases;

    ConfirmInquiryLink(Inquiries inquiries, InquiryCases cases) {
        this.inquiries = inquiries;
        this.cases = cases;
    }

    @Override
    public String purpose() {
        return InquiryCases.CONFIRM;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return open(held).map(this::question);
    }

    private Optional<AskedInquiry> open(Held held) {
        return inquiries.find(held.clusterId(), Long.parseLong(held.subject())).filter(cases::isToBeConfirmed);
    }

    private Shown question(AskedInquiry inquiry) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Navn", inquiry.asker().name());
        if (!inquiry.asker().organisation().isEmpty()) {
            facts.put("Fra", inquiry.asker().organisation());
        }
        facts.put("Emne", inquiry.subject());
        return new Shown(
                "Vil du sende beskeden til klyngen?",
                List.of(
                        new Block.Text(
                                "Nogen har skrevet din mailadresse på klyngens side „Skriv til klyngen“. Er det dig, så bekræft det her. Ellers skal du ikke gøre noget, så er det væk om to dage."),
                        new Block.Facts(facts),
                        new Block.Text(inquiries.messages(inquiry).stream()
                                .findFirst()
                                .map(InquiryMessage::text)
                                .orElse("")),
                        new Block.Choice(
                                "send",
                                "Er det rigtigt?",
                                List.of(new Block.Choice.Option("ja", "Ja, send beskeden til klyngen")),
                                Set.of(),
                                true,
                                false)),
                "Send til klyngen");
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(TOO_LATE);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        cases.confirm(open(held).orElseThrow(() -> new FormRefused(TOO_LATE)));
        return new Done(
                "Din besked er sendt",
                "Klyngen har fået den. Om et øjeblik får du en kvittering på mail, og du hører igen, når der er et svar.");
    }
}
