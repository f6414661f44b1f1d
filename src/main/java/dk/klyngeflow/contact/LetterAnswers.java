package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.inbox.ReceivedLetter;
import dk.klyngeflow.inbox.ReceivedLetters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person decides about a letter, whichever of the two tasks it stands in. */
@Component
class LetterAnswers {

    static final String DONE = "DONE";
    static final String INVOICE = "INVOICE";
    static final String PASS_ON = "PASS_ON";
    /** Somebody outside asks something: it goes its own way. */
    static final String INQUIRY = "INQUIRY";

    /** Instead of one file's id. */
    static final String ALL = "ALL";

    private final ReceivedLetters letters;
    private final LetterTimes times;
    private final LettersAsInquiries inquiries;

    LetterAnswers(ReceivedLetters letters, LetterTimes times, LettersAsInquiries inquiries) {
        this.inquiries = inquiries;
        this.letters = letters;
        this.times = times;
    }

    /** @param file the ids of the files of this letter that are invoices */
    record Form(String decision, List<String> file) {}

    Form read(FormFields fields, Answer answer, Set<String> choices) {
        String decision = fields.choice("decision", choices, "Vælg, hvad der skal ske med mailen.");
        List<String> files = decision.equals(INVOICE) ? files(answer, fields.text("file", "Filen")) : List.of();
        if (decision.equals(INVOICE) && files.isEmpty()) {
            fields.wrong("Vælg den fil, der er en faktura.");
        }
        if (decision.equals(INQUIRY)
                && letters.find(answer.clusterId(), letterId(answer))
                        .filter(inquiries::canBeTaken)
                        .isEmpty()) {
            fields.wrong("Mailen har ingen afsender, der kan få svar. Vælg noget andet.");
        }
        return new Form(decision, files);
    }

    Map<String, Object> take(Form form, Answer answer) {
        if (form.decision().equals(INVOICE)) {
            letters.handOn(answer.clusterId(), letterId(answer), form.file());
        }
        if (form.decision().equals(INQUIRY)) {
            letters.find(answer.clusterId(), letterId(answer)).ifPresent(inquiries::take);
        }
        boolean passOn = form.decision().equals(PASS_ON);
        Map<String, Object> taken = new HashMap<>(passOn ? times.fromNow() : Map.of());
        taken.put(IncomingMailVariables.IS_FOR_COORDINATOR.name(), passOn);
        return taken;
    }

    private static long letterId(Answer answer) {
        return IncomingMailVariables.LETTER_ID.in(answer.known());
    }

    /** Only files of this letter. */
    private List<String> files(Answer answer, String chosen) {
        return letters.find(answer.clusterId(), letterId(answer)).map(ReceivedLetter::files).orElse(List.of()).stream()
                .map(file -> file.id())
                .filter(id -> chosen.equals(ALL) || chosen.equals(id))
                .toList();
    }
}
