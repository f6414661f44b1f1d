package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.AddressQuestion;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Here whoever reads the mail says that she wrote to the cluster. */
@Component
class ConfirmInquiryLink implements LinkPage {

    private static final String TOO_LATE =
            AddressQuestion.tooLate("Er din besked ikke kommet frem, så skriv den igen på klyngens side.");

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
        return AddressQuestion.of(
                "Vil du sende beskeden til klyngen?",
                "på klyngens side „Skriv til klyngen“",
                facts,
                List.of(new Block.Text(inquiries.messages(inquiry).stream()
                        .findFirst()
                        .map(InquiryMessage::text)
                        .orElse(""))),
                "send",
                "Ja, send beskeden til klyngen",
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
