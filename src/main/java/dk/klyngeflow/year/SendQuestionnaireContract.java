package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questionnaire as it was sent. */
@Component
class SendQuestionnaireContract implements FormContract<SendQuestionnaireContract.Form> {

    private static final int LONGEST = 8_000;

    private final Questionnaires questionnaires;
    private final YearPlan plan;
    private final CopenhagenTime time;

    SendQuestionnaireContract(Questionnaires questionnaires, YearPlan plan, CopenhagenTime time) {
        this.questionnaires = questionnaires;
        this.plan = plan;
        this.time = time;
    }

    record Form(String answers, @Nullable LocalDate sentOn) {}

    @Override
    public String task() {
        return "sendQuestionnaire";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        fields.required("sentOn", "Sendt den");
        LocalDate sent = fields.day("sentOn", "Sendt den");
        if (sent != null && sent.isAfter(time.today())) {
            fields.wrong("Skriv den dag, skemaet er sendt; den kan ikke ligge efter i dag.");
        }
        if (sent != null && sent.isBefore(time.today().minusYears(1))) {
            fields.wrong("Skemaet kan ikke være sendt for mere end et år siden.");
        }
        String answers = fields.requiredParagraphs("answers", "Svarene");
        if (answers.length() > LONGEST) {
            fields.wrong("Svarene må højst fylde 8.000 tegn.");
        }
        return new Form(answers, sent);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        YearItem item = plan.get(
                answer.clusterId(),
                YearlyTaskVariables.YEAR.in(answer.known()).intValue(),
                YearlyTaskVariables.ITEM_ID.in(answer.known()));
        questionnaires.sent(item, form.answers(), Objects.requireNonNull(form.sentOn()), answer.personId());
        return Map.of();
    }
}
