package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormContract;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The coordinator has seen a letter that was passed on to her. */
@Component
class AnswerMailContract implements FormContract {

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
    public void check(Answer answer) {
        answers.check(answer, CHOICES);
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        return answers.accept(answer, CHOICES);
    }
}
