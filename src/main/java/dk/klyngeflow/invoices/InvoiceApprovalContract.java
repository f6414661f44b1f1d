package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Claim;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.People;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.payments.PaymentTarget;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The start form: a file from a supplier, or a claim of one's own. */
@Component
class InvoiceApprovalContract implements FormContract<InvoiceApprovalContract.Form> {

    private static final long LARGEST_OERE = 100_000_00L;
    private static final long UNUSUAL_OERE = 20_000_00L;
    private static final int YEARS_UNTIL_BARRED = 3;
    private static final int MOST_YEARS_AGO = 10;
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_MEETING = 100;

    private final InvoiceIntake intake;
    private final Documents documents;
    private final Duplicates duplicates;
    private final ChartOfAccounts chart;
    private final People people;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    InvoiceApprovalContract(
            InvoiceIntake intake,
            Documents documents,
            Duplicates duplicates,
            ChartOfAccounts chart,
            People people,
            CurrentPerson person,
            CopenhagenTime time) {
        this.intake = intake;
        this.documents = documents;
        this.duplicates = duplicates;
        this.chart = chart;
        this.people = people;
        this.person = person;
        this.time = time;
    }

    /** @param claim null when a file is handed in */
    record Form(String documentId, @Nullable Claimed claim) {

        record Claimed(
                Claim.Kind claimKind,
                long claimAmount,
                String claimText,
                LocalDate claimDate,
                String claimMeeting,
                String claimAccount,
                PaymentTarget claimPayTo) {}
    }

    @Override
    public String task() {
        return InvoiceApproval.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return person.isAdministrator() || holdsAny(clusterId, personId)
                ? Optional.empty()
                : Optional.of("Kun koordinator, sekretær og bestyrelse kan lægge et bilag ind her.");
    }

    private boolean holdsAny(String clusterId, String personId) {
        return Stream.of(Role.COORDINATOR, Role.SECRETARY, Role.BOARD)
                .flatMap(role -> people.holding(clusterId, role).stream())
                .anyMatch(holder -> holder.id().equals(personId));
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String documentId = fields.text("documentId", "Fil");
        Optional<Document> document = handedIn(answer, documentId);
        if (!documentId.isEmpty() && document.isEmpty()) {
            fields.wrong("Filen findes ikke. Vælg den igen.");
        }
        boolean isClaim = fields.has("claimKind");
        if (!isClaim && documentId.isEmpty()) {
            fields.wrong("Vælg en fil, eller skriv et udlæg eller honorar.");
        }
        Form form = new Form(documentId, isClaim ? claimed(fields, answer, documentId) : null);
        // only when all else is right: what is here already is looked for by all of it
        fields.refuseIfWrong();
        duplicate(form, answer, document).ifPresent(found -> {
            throw found;
        });
        return form;
    }

    private Optional<DuplicateInvoice> duplicate(Form form, Answer answer, Optional<Document> document) {
        if (form.claim() == null) {
            return document.flatMap(
                    file -> duplicates.ofFile(file, intake.look(file).invoice()));
        }
        Claim claim = claim(form.claim(), form, answer);
        return duplicates.ofClaim(claim, intake.receipt(claim));
    }

    /** Her own file, of no other matter; one that is an invoice already is told apart as such. */
    private Optional<Document> handedIn(Answer answer, String documentId) {
        return documents
                .uploadedBy(answer.personId(), answer.clusterId(), documentId)
                .filter(document -> documents.matterOf(document).isEmpty() || duplicates.isTakenIn(document));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.claim() != null) {
            Invoice claim = intake.claim(claim(form.claim(), form, answer));
            return Map.of(InvoiceApprovalVariables.INVOICE_ID.name(), claim.id());
        }
        return Map.of(
                InvoiceApprovalVariables.DOCUMENT_ID.name(),
                form.documentId(),
                InvoiceApprovalVariables.SOURCE.name(),
                Invoice.Source.UPLOAD.name(),
                InvoiceApprovalVariables.SENDER_ID.name(),
                answer.personId());
    }

    private Claim claim(Form.Claimed claimed, Form form, Answer answer) {
        return new Claim(
                answer.clusterId(),
                new Claim.Claimant(answer.personId(), people.nameOf(answer.personId())),
                claimed.claimKind(),
                claimed.claimAmount(),
                new Claim.Purpose(
                        claimed.claimText(),
                        claimed.claimDate(),
                        claimed.claimMeeting(),
                        claimed.claimAccount().isEmpty() ? null : claimed.claimAccount()),
                claimed.claimPayTo(),
                form.documentId().isEmpty() ? null : form.documentId());
    }

    private Form.Claimed claimed(FormFields fields, Answer answer, String documentId) {
        String kind = fields.choice("claimKind", Set.of("FEE", "OUTLAY"), "Vælg udlæg eller honorar.");
        long amount = amount(fields);
        String text = fields.required("claimText", "Hvad det er for", LONGEST_TEXT);
        LocalDate date = fields.day("claimDate", "Dato");
        if (date != null) {
            plausible(date, fields);
        }
        String account = fields.text("claimAccount", "Konto");
        if (!account.isEmpty()
                && chart.expenses(answer.clusterId()).stream()
                        .noneMatch(each -> each.number().equals(account))) {
            fields.wrong("Kontoen findes ikke, eller den er ikke en udgiftskonto. Vælg en fra listen.");
        }
        if (kind.equals("OUTLAY") && documentId.isEmpty()) {
            fields.wrong("Vedhæft kvitteringen for udlægget.");
        }
        return new Form.Claimed(
                kind.equals("OUTLAY") ? Claim.Kind.OUTLAY : Claim.Kind.FEE,
                amount,
                text,
                date == null ? time.today() : date,
                fields.text("claimMeeting", "Møde", LONGEST_MEETING),
                account,
                payTo(fields));
    }

    private static long amount(FormFields fields) {
        Long amount = fields.money("claimAmount", "Beløb");
        if (amount == null || amount <= 0) {
            fields.wrong("Skriv et beløb, der er større end 0,00 kr.");
            return 0;
        }
        if (amount > LARGEST_OERE) {
            fields.wrong("Et udlæg eller honorar kan højst være på " + Money.kroner(LARGEST_OERE)
                    + " Send en faktura, eller tal med sekretæren.");
        } else if (amount > UNUSUAL_OERE) {
            fields.doubt(
                    "LARGE", "Beløbet " + Money.kroner(amount) + " er usædvanligt stort for et udlæg eller honorar.");
        }
        return amount;
    }

    private static PaymentTarget payTo(FormFields fields) {
        if (fields.has("claimPayTo")) {
            try {
                return PaymentTarget.typed(fields.text("claimPayTo", "Betales til"));
            } catch (FormRefused refused) {
                fields.wrong("Betales til: " + refused.getMessage());
            }
        }
        return new NoTransfer(NoTransfer.Reason.NOT_STATED);
    }

    private void plausible(LocalDate date, FormFields fields) {
        LocalDate today = time.today();
        String day = DanishTime.DAY_IN_FIGURES.format(date);
        if (date.isAfter(today)) {
            fields.wrong("Datoen ligger i fremtiden. Skriv den dag, udgiften blev betalt eller arbejdet udført.");
        } else if (date.isBefore(today.minusYears(MOST_YEARS_AGO))) {
            fields.wrong(
                    "Datoen " + day + " ligger mere end ti år tilbage, og så gammelt et krav er forældet. Ret datoen.");
        } else if (date.isBefore(today.minusYears(YEARS_UNTIL_BARRED))) {
            fields.doubt(
                    "DATE",
                    "Datoen " + day + " ligger mere end tre år tilbage. Et krav er normalt forældet efter tre år.");
        } else if (date.isBefore(today.minusYears(1))) {
            fields.doubt("DATE", "Datoen " + day + " ligger mere end et år tilbage.");
        }
    }
}
