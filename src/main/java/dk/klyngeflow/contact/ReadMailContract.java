package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The secretary has read a letter: it is done with, a file of it is an invoice, or the coordinator should see it. */
@Component
class ReadMailContract implements FormContract<LetterAnswers.Form> {

    private static final Set<String> CHOICES =
            Set.of(LetterAnswers.DONE, LetterAnswers.INVOICE, LetterAnswers.INQUIRY, LetterAnswers.PASS_ON);

    private final LetterAnswers answers;

    ReadMailContract(LetterAnswers answers) {
        this.answers = answers;
    }

    @Override
    public String task() {
        return "readMail";
    }

    @Override
    public LetterAnswers.Form read(FormFields fields, Answer answer) {
        return answers.read(fields, answer, CHOICES);
    }

    @Override
    public Map<String, Object> take(LetterAnswers.Form form, Answer answer) {
        return answers.take(form, answer);
    }
}
