package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import java.net.http.HttpResponse;
import java.time.LocalDate;
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

    /** As a program sends it, in the name of whoever is logged in. @return its id */
    public static String isSent(Browser sender, String cluster, String number, LocalDate day) {
        HttpResponse<String> sent = Multipart.post(
                sender,
                "/api/clusters/" + cluster + "/invoices",
                "file",
                "faktura.xml",
                SmallInvoice.issued(number, day));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        return Desk.json(sent.body()).get("id").asText();
    }
}
