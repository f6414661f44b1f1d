package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.Uploads;
import dk.klyngeflow.documents.PdfMaker;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of invoices that take a file, completed with one by those whose tasks they are. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class UploadsInTasklistTest {

    private static final String OIOUBL = "oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    InvoiceStory story;

    @Autowired
    InvoiceIntake intake;

    @Autowired
    PdfMaker pdfs;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    @Uploads("invoice-approval")
    void anOutlayIsSentWithItsReceipt() {
        story.aClusterWithItsOwnAccount();

        try (Tasklist coordinator = new Tasklist(chromium, port, story.person("koordinator"))) {
            coordinator.start("Faktura og udlæg");
            coordinator.choose("Mit eget udlæg eller honorar");
            coordinator.choose("Udlæg");
            coordinator.write("Beløb i kroner", "120,50");
            coordinator.write("Dato", "1.9.2026");
            coordinator.write("Hvad er det for?", "Kaffe til klyngemødet");
            coordinator.upload("Kvittering", "kvittering.pdf", pdf("Kaffe 120,50"));
            coordinator.send("Send til behandling");
        }

        story.isAboutTheNewest();
        assertThat(story.invoice().payableMinor()).isEqualTo(120_50);
        assertThat(story.invoice().documentId()).isNotNull();
    }

    @Test
    @Uploads("await-answer")
    void theSendersNewFileComesWithTheAnswer() {
        story.aClusterWithItsOwnAccount();
        story.arrives(OIOUBL);
        story.answers("sekretaer", "checkInvoice", Map.of("decision", "QUERY", "question", "Hvilket møde var det?"));
        story.dueJobsRun();

        try (Tasklist secretary = new Tasklist(chromium, port, story.person("sekretaer"))) {
            secretary.open(story.openTask());
            secretary.choose("Ja");
            secretary.write("Svaret", "Mødet den 1. september");
            secretary.upload("Ny fil, hvis der fulgte en med", "specifikation.pdf", pdf("Mødet den 1. september"));
            secretary.send("Gem svaret");
        }

        story.waitsFor("checkInvoice");
        assertThat(intake.attachments(story.invoice()))
                .extracting(InvoiceIntake.Attached::title)
                .contains("specifikation.pdf");
    }

    @Test
    @Uploads("record-members-decision")
    void theMinutesComeWithTheMembersDecision() {
        story.aClusterWithItsOwnAccount();
        story.set(InvoiceSettings.COORDINATOR_LIMIT, 100_000L);
        story.set(InvoiceSettings.BOARD_LIMIT, 200_000L);
        story.arrives(OIOUBL);
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.boardApproves();

        try (Tasklist coordinator = new Tasklist(chromium, port, story.person("koordinator"))) {
            coordinator.open(story.openTask());
            coordinator.choose("Klyngen skal betale");
            coordinator.write("Besluttet den", "1.9.2026");
            coordinator.upload("Referat", "referat.pdf", pdf("Medlemmerne sagde ja"));
            coordinator.send("Registrér godkendelsen");
        }
        story.dueJobsRun();

        story.waitsFor("confirmPayment");
    }

    private byte[] pdf(String text) {
        return pdfs.pdf("sample", Map.of("text", text));
    }
}
