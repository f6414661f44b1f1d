package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The annual accounts in an archive: every draft ({@code klyngeflow.annual_draft}), as it was printed and as it was sealed. */
@Component
@Order(3)
class AnnualPapers implements FiledPapers {

    private final AnnualRows rows;

    AnnualPapers(AnnualRows rows) {
        this.rows = rows;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        List<FiledPaper> papers = new ArrayList<>();
        for (Draft draft : rows.drafts(clusterId)) {
            LocalDate day = CopenhagenTime.dayOf(draft.madeAt());
            String title = "Årsregnskab " + draft.year() + ", udkast " + draft.version();
            String sealed = draft.sealedId();
            if (sealed != null) {
                papers.add(new FiledPaper(
                        sealed, Shelf.ASSOCIATION, day, "Årsregnskab " + draft.year() + " med godkendelser"));
            }
            papers.add(new FiledPaper(draft.documentId(), Shelf.ASSOCIATION, day, title));
            papers.add(new FiledPaper(draft.sheetId(), Shelf.ASSOCIATION, day, title + " (regneark)"));
        }
        return papers;
    }
}
