package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The coordinator has seen a letter that was passed on to her. */
@Component
class AnswerMailContract implements FormContract<LetterAnswers.Form> {

    private static final Set<String> CHOICES = Set.of(LetterAnswers.DONE, LetterAnswers.INVOICE);

    private final LetterAnswers answers;

    AnswerMailContract(LetterAnswers answers) {
        this.answers = answers;
    }

    @Override
    public String task() {
        return "answerMail";
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
