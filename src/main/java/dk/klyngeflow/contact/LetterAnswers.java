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
    /** Instead of one file's id. */
    static final String ALL = "ALL";

    private static final Set<String> FIELDS = Set.of("decision", "file");

    private final ReceivedLetters letters;
    private final LetterTimes times;

    LetterAnswers(ReceivedLetters letters, LetterTimes times) {
        this.letters = letters;
        this.times = times;
    }

    void check(Answer answer, Set<String> choices) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (decision(fields, choices).equals(INVOICE) && files(answer, fields).isEmpty()) {
            fields.wrong("Vælg den fil, der er en faktura.");
        }
        fields.refuseIfWrong();
    }

    Map<String, Object> accept(Answer answer, Set<String> choices) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = decision(fields, choices);
        if (decision.equals(INVOICE)) {
            letters.handOn(answer.clusterId(), letterId(answer), files(answer, fields));
        }
        boolean passOn = decision.equals(PASS_ON);
        Map<String, Object> taken = new HashMap<>(passOn ? times.fromNow() : Map.of());
        taken.put(IncomingMailVariables.IS_FOR_COORDINATOR.name(), passOn);
        return taken;
    }

    private static String decision(FormFields fields, Set<String> choices) {
        return fields.choice("decision", choices, "Vælg, hvad der skal ske med mailen.");
    }

    private static long letterId(Answer answer) {
        return IncomingMailVariables.LETTER_ID.in(answer.known());
    }

    /** Only files of this letter. */
    private List<String> files(Answer answer, FormFields fields) {
        String chosen = fields.text("file", "Filen");
        return letters.find(answer.clusterId(), letterId(answer)).map(ReceivedLetter::files).orElse(List.of()).stream()
                .map(file -> file.id())
                .filter(id -> chosen.equals(ALL) || chosen.equals(id))
                .toList();
    }
}
