package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.BudgetLeft;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.bills.KnownInvoices;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.People;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the decision {@code approval-level} needs to know about an invoice. */
@Component
class ApprovalFacts {

    /** What is left when no budget has been set, or nothing is spent: nothing can be overspent. */
    private static final long NO_BUDGET = Long.MAX_VALUE;

    /** Whose money it is. */
    enum ClaimedBy {
        NOBODY,
        MEMBER,
        OFFICER
    }

    record Facts(
            Spent spent,
            boolean isFirstTimeSupplier,
            ClaimedBy claimedBy,
            boolean isBoardOnly,
            Limits limits,
            boolean isPaidByPlo,
            boolean isPaymentDue,
            String label) {}

    /**
     * @param amount in øre, without sign: a credit note needs the same eyes
     * @param category number of the account
     * @param budgetLeft in øre, after this invoice and all others under way
     */
    record Spent(long amount, String category, long budgetLeft) {}

    /** In øre: up to there each may say yes alone. */
    record Limits(long secretary, long coordinator, long board) {}

    private final Invoices invoices;
    private final Budgets budgets;
    private final ClusterSettings settings;
    private final Clusters clusters;
    private final People people;
    private final CopenhagenTime time;
    private final Stakes stakes;
    private final KnownInvoices known;

    ApprovalFacts(
            Invoices invoices,
            Budgets budgets,
            ClusterSettings settings,
            Clusters clusters,
            People people,
            CopenhagenTime time,
            Stakes stakes,
            KnownInvoices known) {
        this.known = known;
        this.invoices = invoices;
        this.budgets = budgets;
        this.settings = settings;
        this.clusters = clusters;
        this.people = people;
        this.time = time;
        this.stakes = stakes;
    }

    Facts of(String clusterId, String invoiceId) {
        Invoice invoice = invoices.get(clusterId, invoiceId);
        KnownInvoices.Surroundings around = known.around(invoice, account(invoice));
        BudgetLeft budget = budget(invoice, around);
        Interests interests = stakes.in(invoice);
        LocalDate begun = CopenhagenTime.dayOf(invoice.receivedAt());
        boolean isPaidByPlo = clusters.get(clusterId).paymentMode() == PaymentMode.PLO;
        return new Facts(
                new Spent(
                        Math.abs(invoice.posting()),
                        account(invoice),
                        budget.hasBudget() && invoice.posting() > 0 ? budget.left() - invoice.posting() : NO_BUDGET),
                !invoice.isClaim() && around.isFirst(),
                claimedBy(invoice, interests),
                interests.isBoardOnly(),
                new Limits(
                        settings.forCaseOf(clusterId, InvoiceSettings.SECRETARY_LIMIT, begun),
                        settings.forCaseOf(clusterId, InvoiceSettings.COORDINATOR_LIMIT, begun),
                        settings.forCaseOf(clusterId, InvoiceSettings.BOARD_LIMIT, begun)),
                isPaidByPlo,
                !isPaidByPlo && invoice.posting() > 0 && !(invoice.paymentTarget() instanceof NoTransfer),
                invoice.label());
    }

    /** What is left on the invoice's account this year, other invoices under way counted, this one not. */
    BudgetLeft budget(Invoice invoice) {
        return budget(invoice, known.around(invoice, account(invoice)));
    }

    private BudgetLeft budget(Invoice invoice, KnownInvoices.Surroundings around) {
        return budgets.left(invoice.clusterId(), account(invoice), time.today().getYear(), around.committed());
    }

    private static String account(Invoice invoice) {
        if (invoice.account() == null) {
            throw new IllegalStateException("invoice " + invoice.businessKey() + " is not coded");
        }
        return invoice.account();
    }

    private ClaimedBy claimedBy(Invoice invoice, Interests interests) {
        if (interests.payees().isEmpty()) {
            return ClaimedBy.NOBODY;
        }
        boolean isOfficer = List.of(Role.COORDINATOR, Role.BOARD, Role.SECRETARY).stream()
                .flatMap(role -> people.holding(invoice.clusterId(), role).stream())
                .anyMatch(person -> interests.payees().contains(person.id()));
        return isOfficer ? ClaimedBy.OFFICER : ClaimedBy.MEMBER;
    }
}
