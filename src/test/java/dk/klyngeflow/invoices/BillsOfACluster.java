package dk.klyngeflow.invoices;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.engine.CopenhagenTime;
import org.springframework.boot.test.context.TestComponent;

/** Bills that come while something else is told. */
@TestComponent
public class BillsOfACluster {

    private final InvoiceStory story;
    private final CopenhagenTime time;

    BillsOfACluster(InvoiceStory story, CopenhagenTime time) {
        this.story = story;
        this.time = time;
    }

    /** It lies with the coordinator, the secretary has checked it. */
    public void oneIsChecked(ProcessStory other, String number) {
        story.goesOnIn(other);
        story.arrives(SmallInvoice.SAMPLE, SmallInvoice.issued(number, time.today()));
        story.secretaryChecks("2100");
        story.dueJobsRun();
    }

    /** A week before it is to be paid; nobody looks at it. */
    public void oneIsLeftLying(ProcessStory other, String number) {
        story.goesOnIn(other);
        story.arrives(
                SmallInvoice.SAMPLE, SmallInvoice.issued(number, time.today().minusDays(23)));
        story.dueJobsRun();
    }

    public void theCoordinatorApproves(ProcessStory other, String number) {
        story.goesOnIn(other);
        story.isAbout(number);
        story.coordinatorApproves();
        story.dueJobsRun();
    }
}
