package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.AccountingYears;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The annual accounts of a cluster, for whoever puts them before an assembly. */
@Component
public class AnnualAccounts {

    private final Drafts drafts;
    private final AccountingYears years;

    AnnualAccounts(Drafts drafts, AccountingYears years) {
        this.drafts = drafts;
        this.years = years;
    }

    /** The newest draft that shows the books as they are; empty while there is none, or when something was posted after it. */
    public Optional<Draft> latestDraft(String clusterId, int year) {
        return drafts.latest(clusterId, year).filter(this::isCurrent);
    }

    /** Whether nothing was posted in the year since it was made. */
    boolean isCurrent(Draft draft) {
        return draft.booksDraft() == years.draft(draft.clusterId(), draft.year());
    }
}
