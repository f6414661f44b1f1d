package dk.klyngeflow.contact;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a member answers somebody outside for the cluster, or says that she cannot. */
@Component
class DelegateInquiryLink implements LinkPage {

    private static final String DECISION = "decision";
    private static final String ANSWER = "ANSWER";
    private static final String CANNOT = "CANNOT";
    private static final String TEXT = "text";
    private static final int LONGEST = 3_500;

    private final Inquiries inquiries;
    private final InquiryTexts texts;
    private final InquiryCases cases;
    private final LetterFiles files;

    DelegateInquiryLink(Inquiries inquiries, InquiryTexts texts, InquiryCases cases, LetterFiles files) {
        this.files = files;
        this.inquiries = inquiries;
        this.texts = texts;
        this.cases = cases;
    }

    @Override
    public String purpose() {
        return InquiryMails.DELEGATE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return inquiries
                .find(held.clusterId(), Long.parseLong(held.subject()))
                .filter(inquiry -> inquiry.state() == AskedInquiry.State.DELEGATED
                        && held.holder().equals(inquiry.delegate()))
                .map(this::question);
    }

    private Shown question(AskedInquiry inquiry) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Text(
                        "Koordinatoren beder dig svare på en henvendelse til klyngen. Dit svar sendes fra klyngen til den, der skrev, med dit navn under."));
        String question = texts.question(inquiry);
        if (!question.isEmpty()) {
            blocks.add(new Block.Note(question));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Fra", inquiry.asker().inWords());
        facts.put("Emne", inquiry.subject());
        if (inquiry.delegateUntil() != null) {
            facts.put("Svar senest", CopenhagenTime.dayInWords(inquiry.delegateUntil()));
        }
        blocks.add(new Block.Facts(facts));
        blocks.add(new Block.Text(texts.threadForOthers(inquiry)));
        files.toSendOn(inquiry).forEach(file -> blocks.add(new Block.File(file.documentId(), file.title())));
        blocks.add(new Block.Choice(
                DECISION,
                "Hvad gør du?",
                List.of(
                        new Block.Choice.Option(ANSWER, "Jeg svarer her", "Svaret sendes, når du trykker på knappen."),
                        new Block.Choice.Option(
                                CANNOT,
                                "Jeg kan ikke svare",
                                "Koordinatoren får henvendelsen igen. Skriv gerne hvorfor.")),
                Set.of(),
                true,
                false));
        blocks.add(new Block.Field(
                TEXT, "Dit svar, eller hvorfor du ikke kan", Block.Field.Kind.AREA, "", false, LONGEST));
        return new Shown("Svar på en henvendelse", blocks, "Send");
    }

    @Override
    public Shown over(Held held) {
        return Shown.over("Henvendelsen er ikke hos dig længere. Du skal ikke gøre mere.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        FormFields fields = FormFields.of(
                Map.of(
                        DECISION, String.join("", sent.getOrDefault(DECISION, List.of())),
                        TEXT, String.join("\n", sent.getOrDefault(TEXT, List.of()))),
                Set.of(DECISION, TEXT));
        String decision = fields.choice(DECISION, Set.of(ANSWER, CANNOT), "Vælg, om du svarer.");
        boolean isAnswering = decision.equals(ANSWER);
        String text = isAnswering ? fields.requiredParagraphs(TEXT, "Dit svar") : fields.paragraphs(TEXT, "Beskeden");
        fields.refuseIfWrong();
        cases.answered(
                held.clusterId(), Long.parseLong(held.subject()), held.holder(), isAnswering ? text : null, text);
        return isAnswering
                ? new Done(
                        "Svaret er sendt",
                        "Den, der skrev, får det på mail fra klyngen om et øjeblik. Tak for hjælpen.")
                : new Done(
                        "Tak, fordi du sagde det", "Koordinatoren har fået henvendelsen igen. Du skal ikke gøre mere.");
    }
}
