package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.ReadForm;
import dk.klyngeflow.members.PaymentMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of an invoice are told. Every story has a cluster of its own. */
@TestComponent
class InvoiceStory extends ProcessStory {

    private final InvoiceIntake intake;
    private final InvoiceArrivals arrivals;
    private final Withdrawals withdrawals;
    private final Invoices invoices;
    private final Answers answers;
    private final Ledger ledger;
    private final FormService forms;
    private final Cases cases;
    private final InvoiceApprovalContract contract;
    private final CheckInvoiceContract check;
    private final InvoiceEvents events;
    private final TransactionTemplate transaction;
    private final IdentityService identities;
    private final RepositoryService models;

    private String id = "";

    InvoiceStory(
            World world,
            InvoiceIntake intake,
            InvoiceArrivals arrivals,
            Withdrawals withdrawals,
            Invoices invoices,
            Answers answers,
            Ledger ledger,
            FormService forms,
            Cases cases,
            InvoiceApprovalContract contract,
            CheckInvoiceContract check,
            InvoiceEvents events,
            TransactionTemplate transaction,
            IdentityService identities,
            RepositoryService models) {
        super(world);
        this.intake = intake;
        this.arrivals = arrivals;
        this.withdrawals = withdrawals;
        this.invoices = invoices;
        this.answers = answers;
        this.ledger = ledger;
        this.forms = forms;
        this.cases = cases;
        this.contract = contract;
        this.check = check;
        this.events = events;
        this.transaction = transaction;
        this.identities = identities;
        this.models = models;
    }

    static byte[] sample(String name) {
        try (InputStream in = InvoiceStory.class.getResourceAsStream("/invoices/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void aClusterWithItsOwnAccount() {
        open(PaymentMode.OWN_ACCOUNT);
    }

    void aClusterWhosePaymentsPloMakes() {
        open(PaymentMode.PLO);
        set(InvoiceSettings.PLO_MAIL, "bilag@plo.example");
    }

    private void open(PaymentMode mode) {
        clock.reset();
        super.open("klynge", mode);
    }

    Invoice arrives(String sample) {
        return arrives(sample, sample(sample));
    }

    Invoice arrives(String fileName, byte[] content) {
        Document document = intake.keep(cluster, fileName, content, person("sekretaer"));
        Invoice invoice = arrivals.arrived(cluster, document.id(), person("sekretaer"));
        id = invoice.id();
        return invoice;
    }

    /** Keeps a file as the form does before it is sent; returns its id. */
    String keeps(String role, String fileName, byte[] content) {
        return intake.keep(cluster, fileName, content, person(role)).id();
    }

    /** Sends the start form as a person of this cluster. */
    void claims(String role, Map<String, Object> claim) {
        Map<String, Object> sent = new HashMap<>(claim);
        sent.put("clusterId", cluster);
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(InvoiceApproval.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        List<String> groups = identities.createGroupQuery().groupMember(person(role)).list().stream()
                .map(Group::getId)
                .toList();
        String businessKey;
        identities.setAuthentication(person(role), groups, List.of(cluster));
        try {
            businessKey = instances
                    .createProcessInstanceQuery()
                    .processInstanceId(forms.submitStartForm(model, sent).getId())
                    .singleResult()
                    .getBusinessKey();
        } finally {
            identities.clearAuthentication();
        }
        id = businessKey.substring(businessKey.indexOf('/') + 1);
    }

    /** As members do, who are not in Tasklist: on the page for claims. */
    void claimsOnThePage(String role, Map<String, Object> claim) {
        ReadForm form = ReadForm.by(contract, ReadForm.Sent.toStart(person(role), cluster, claim));
        transaction.executeWithoutResult(status -> cases.start(InvoiceApproval.KEY, cluster, null, form.take()));
        id = invoices.claimsOf(cluster, person(role)).get(0).id();
    }

    long openCases() {
        return instances.createProcessInstanceQuery().tenantIdIn(cluster).count();
    }

    /** Everybody who could do the open task now. */
    Set<String> holders() {
        return cases.holders(cluster, invoice().businessKey());
    }

    void isAbout(Invoice invoice) {
        id = invoice.id();
    }

    void isAbout(String number) {
        isAbout(invoices.list(cluster, 0).stream()
                .filter(invoice -> invoice.number().equals(number))
                .findFirst()
                .orElseThrow());
    }

    void isAboutTheNewest() {
        id = invoices.list(cluster, 0).get(0).id();
    }

    Invoice invoice() {
        return invoices.get(cluster, id);
    }

    /** What the form would send if the secretary changed nothing but the account. */
    Map<String, Object> coding(String account) {
        Invoice read = invoice();
        Map<String, Object> fields = new HashMap<>();
        fields.put("decision", "APPROVE");
        fields.put("supplierName", read.supplierName());
        fields.put("supplierCvr", read.supplierCvr() == null ? "" : read.supplierCvr());
        fields.put("invoiceNumber", read.number());
        fields.put("kind", read.kind());
        fields.put("issueDate", String.valueOf(read.issueDate()));
        fields.put("dueDate", read.dueDate() == null ? "" : read.dueDate().toString());
        fields.put("currency", read.currency());
        fields.put("payable", read.payableMinor());
        fields.put("vat", read.vatMinor());
        fields.put("account", account);
        fields.put("payTo", "1234 0012345678");
        if (!read.currency().equals("DKK")) {
            fields.put("amountDkk", 74_600L);
            fields.put("rateSource", "Kontoudtog");
        }
        return confirmed(fields);
    }

    /** The samples are old, and their numbers invented: says of everything unusual that it is right, as the secretary would. */
    Map<String, Object> confirmed(Map<String, Object> fields) {
        try {
            transaction.executeWithoutResult(status -> ReadForm.by(
                    check,
                    new ReadForm.Sent(
                            person("sekretaer"),
                            cluster,
                            invoice().businessKey(),
                            fields,
                            Map.of(InvoiceApprovalVariables.INVOICE_ID.name(), id))));
        } catch (FormRefused refused) {
            fields.put(
                    FormFields.CONFIRMED,
                    refused.doubts().stream().map(FormRefused.Doubt::key).collect(Collectors.joining("\n")));
        }
        return fields;
    }

    void secretaryChecks(String account) {
        answers("sekretaer", "checkInvoice", coding(account));
    }

    void answers(String role, String task, Map<String, Object> answer) {
        answers.give(cluster, invoice().businessKey(), task, person(role), answer);
    }

    void coordinatorApproves() {
        answers("koordinator", "approveAsCoordinator", Map.of("decision", "APPROVE"));
    }

    void boardApproves() {
        answers("formand", "approveAsBoard", Map.of("decision", "APPROVE"));
    }

    void isPaid(String role) {
        answers(role, "confirmPayment", Map.of("decision", "PAID", "paidOn", "2026-09-07"));
    }

    void theSenderWithdraws() {
        withdrawals.withdraw(cluster, id, person("sekretaer"), "Sendt ved en fejl");
    }

    @Override
    public List<Task> openTasks() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(invoice().businessKey())
                .list();
    }

    Task openTask() {
        return openTasks().get(0);
    }

    /** User and group ids of those who are offered the open task. */
    List<String> candidates() {
        return tasks.getIdentityLinksForTask(openTask().getId()).stream()
                .filter(link -> link.getType().equals("candidate"))
                .map(InvoiceStory::who)
                .sorted()
                .toList();
    }

    private static String who(IdentityLink link) {
        return link.getUserId() == null ? link.getGroupId() : link.getUserId();
    }

    void hasEnded() {
        assertThat(instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(invoice().businessKey())
                        .count())
                .isZero();
    }

    @Override
    public void tookThePath(String... activities) {
        // a credit note has two cases of one key
        List<String> passed = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(invoice().businessKey())
                .list()
                .stream()
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
        assertThat(passed).containsAll(Arrays.asList(activities));
    }

    Map<String, Object> variables() {
        return instances.getVariables(openTask().getExecutionId());
    }

    /** The texts of the invoice's history. */
    List<String> happened() {
        return events.of(invoice()).stream().map(InvoiceEvents.Event::text).toList();
    }

    /** Debit minus credit of one account, in øre. */
    long balance(String account) {
        return ledger.balances(cluster, LocalDate.of(2030, 1, 1)).getOrDefault(account, 0L);
    }
}
