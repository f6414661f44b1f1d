package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the members decided about a large sum, with the day and, when there are any, the minutes. */
@Component
class RecordMembersDecisionContract implements FormContract<RecordMembersDecisionContract.Form> {

    private static final int MOST_YEARS_AGO = 2;
    private static final int MONTHS_AGO = 6;
    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;
    private static final Set<String> CHOICES = Set.of("APPROVE", "BACK", "REJECT");

    private final InvoiceDecisions decisions;
    private final MembersQuestions questions;
    private final Documents documents;
    private final CopenhagenTime time;

    RecordMembersDecisionContract(
            InvoiceDecisions decisions, MembersQuestions questions, Documents documents, CopenhagenTime time) {
        this.decisions = decisions;
        this.questions = questions;
        this.documents = documents;
        this.time = time;
    }

    /** @param contentHash the question itself knows what was asked about */
    record Form(String decision, String comment, @Nullable LocalDate decidedOn, String minutesId, String contentHash) {}

    @Override
    public String task() {
        return "recordMembersDecision";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", CHOICES, "Vælg, hvad medlemmerne besluttede.");
        LocalDate on = null;
        String comment;
        if (!decision.equals("APPROVE")) {
            comment = fields.requiredParagraphs("comment", "En kommentar om, hvad medlemmerne besluttede,");
        } else {
            on = fields.day("decidedOn", "Datoen for beslutningen");
            plausible(on, fields);
            comment = fields.paragraphs("comment", "Kommentaren");
            decisions
                    .objection(answer.clusterId(), id(answer), answer.personId(), ApprovalLevel.MEMBERS)
                    .ifPresent(fields::wrong);
            questions.objection(answer.clusterId(), id(answer)).ifPresent(fields::wrong);
        }
        String minutes = fields.text("minutesId", "Referat");
        if (!minutes.isEmpty()
                && documents
                        .uploadedFor(answer.businessKey(), answer.personId(), answer.clusterId(), minutes)
                        .isEmpty()) {
            fields.wrong("Referatet findes ikke. Vælg filen igen.");
        }
        return new Form(decision, comment, on, minutes, fields.text("contentHash", "Det sete"));
    }

    private void plausible(@Nullable LocalDate on, FormFields fields) {
        if (on == null) {
            fields.wrong("Skriv datoen for medlemmernes beslutning.");
        } else if (on.isAfter(time.today())) {
            fields.wrong("Datoen for beslutningen ligger i fremtiden.");
        } else if (on.isBefore(time.today().minusYears(MOST_YEARS_AGO))) {
            fields.wrong(
                    "Datoen for beslutningen ligger mere end to år tilbage. Ret den, eller spørg medlemmerne igen.");
        } else if (on.isBefore(time.today().minusMonths(MONTHS_AGO))) {
            fields.doubt("DECIDED", "Beslutningen fra " + DAY.format(on) + " ligger mere end et halvt år tilbage.");
        }
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (!form.minutesId().isEmpty()) {
            documents.belongsTo(answer.businessKey(), answer.clusterId(), form.minutesId());
        }
        switch (form.decision()) {
            case "APPROVE" ->
                decisions.membersApproved(
                        answer.clusterId(),
                        id(answer),
                        answer.personId(),
                        Objects.requireNonNull(form.decidedOn()),
                        form.comment(),
                        form.minutesId().isEmpty() ? null : form.minutesId());
            case "BACK" -> decisions.sentBack(answer.clusterId(), id(answer), answer.personId(), form.comment());
            default -> decisions.rejected(answer.clusterId(), id(answer), answer.personId(), form.comment());
        }
        return Map.of(
                InvoiceApprovalVariables.APPROVAL_DECISION.name(),
                form.decision(),
                InvoiceApprovalVariables.EXCLUDED_PEOPLE.name(),
                decisions.excludedFromChecking(answer.clusterId(), id(answer)));
    }

    private static String id(Answer answer) {
        return InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
    }
}
