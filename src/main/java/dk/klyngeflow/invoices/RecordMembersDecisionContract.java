package dk.klyngeflow.invoices;

import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the members decided about a large sum, with the day and, when there are any, the minutes. */
@Component
class RecordMembersDecisionContract implements FormContract {

    private static final Set<String> FIELDS =
            Set.of("decision", "comment", "decidedOn", "minutesId", "documentId", "contentHash");
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

    @Override
    public String task() {
        return "recordMembersDecision";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = decision(fields);
        if (!decision.equals("APPROVE")) {
            fields.requiredParagraphs("comment", "En kommentar om, hvad medlemmerne besluttede,");
        } else {
            LocalDate on = fields.day("decidedOn", "Datoen for beslutningen");
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
            fields.paragraphs("comment", "Kommentaren");
            decisions
                    .objection(answer.clusterId(), id(answer), answer.personId(), ApprovalLevel.MEMBERS)
                    .ifPresent(fields::wrong);
            questions.objection(answer.clusterId(), id(answer)).ifPresent(fields::wrong);
        }
        String minutes = minutes(fields);
        if (!minutes.isEmpty()
                && documents
                        .uploadedFor(answer.businessKey(), answer.personId(), answer.clusterId(), minutes)
                        .isEmpty()) {
            fields.wrong("Referatet findes ikke. Vælg filen igen.");
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = decision(fields);
        String comment = fields.paragraphs("comment", "Kommentar");
        String minutes = minutes(fields);
        LocalDate on = fields.day("decidedOn", "Datoen for beslutningen");
        if (!minutes.isEmpty()) {
            documents.belongsTo(answer.businessKey(), answer.clusterId(), minutes);
        }
        switch (decision) {
            case "APPROVE" ->
                decisions.membersApproved(
                        answer.clusterId(),
                        id(answer),
                        answer.personId(),
                        on == null ? time.today() : on,
                        comment,
                        minutes.isEmpty() ? null : minutes);
            case "BACK" -> decisions.sentBack(answer.clusterId(), id(answer), answer.personId(), comment);
            default -> decisions.rejected(answer.clusterId(), id(answer), answer.personId(), comment);
        }
        return Map.of(
                InvoiceApprovalVariables.APPROVAL_DECISION.name(),
                decision,
                InvoiceApprovalVariables.EXCLUDED_PEOPLE.name(),
                decisions.excludedFromChecking(answer.clusterId(), id(answer)));
    }

    private static String minutes(FormFields fields) {
        String minutes = fields.text("minutesId", "Referat");
        return minutes.isEmpty() ? fields.text("documentId", "Referat") : minutes;
    }

    private static String decision(FormFields fields) {
        return fields.choice("decision", CHOICES, "Vælg, hvad medlemmerne besluttede.");
    }

    private static String id(Answer answer) {
        return InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
    }
}
