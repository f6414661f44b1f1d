package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Approval;
import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.bills.Approvals;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.Cases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds who must approve next, and sees to it that the clock starts again for them. */
@Component
class NextApprovals {

    static final String NONE = "NONE";

    /** @param level name of the level that is next, or {@code NONE} */
    record Next(String level, Set<String> excluded, Deadlines.Times times) {}

    private final Invoices invoices;
    private final Approvals approvals;
    private final Deadlines deadlines;
    private final Cases cases;
    private final Stakes stakes;

    NextApprovals(Invoices invoices, Approvals approvals, Deadlines deadlines, Cases cases, Stakes stakes) {
        this.invoices = invoices;
        this.approvals = approvals;
        this.deadlines = deadlines;
        this.cases = cases;
        this.stakes = stakes;
    }

    Next after(String clusterId, String invoiceId, int neededLevel, String processInstanceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        ApprovalLevel needed = ApprovalLevel.of(neededLevel);
        invoices.level(invoice, needed);
        Interests interests = stakes.in(invoice);
        List<Approval> given = approvals.of(invoice);
        Optional<ApprovalLevel> next = FourEyes.next(needed, interests, given, invoice.contentHash());
        Deadlines.Times times = deadlines.of(invoice);
        cases.moveTimer(clusterId, processInstanceId, InvoiceApproval.NOBODY_ACTED, times.escalateAt());
        Set<String> excluded = next.map(level -> FourEyes.excluded(level, interests, given, invoice.contentHash()))
                .orElseGet(() -> FourEyes.excludedFromPaying(interests, given, invoice.contentHash()));
        return new Next(next.map(ApprovalLevel::name).orElse(NONE), excluded, times);
    }
}
