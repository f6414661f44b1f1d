package dk.klyngeflow.meetings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.Chromium.exactly;
import static dk.klyngeflow.Chromium.faults;
import static dk.klyngeflow.Chromium.named;
import static dk.klyngeflow.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.inbox.InboxWorld;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The first months of a cluster that an administrator opens from a file: everybody works with her own password in the real Tasklist or
 * from her mail on a phone, and nothing has been laid out for them.
 */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class FirstMonthInTasklistTest {

    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String CLUSTER = "soebred";
    private static final int MEMBERS = 6;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MeetingStory story;

    @Autowired
    InboxWorld inbox;

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

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void aClusterLivesItsFirstMeetingAndPaysItsFirstBill() throws IOException {
        theAdministratorOpensTheCluster();
        theSecretaryWritesAPlaceIn();
        theCoordinatorPlansAMeeting();
        theMembersFindADate();
        thePlaceSaysYesAndNobodyCooks();
        theBillIsPaid();
        theMailedBillIsPaid();
        theMemberClaimsWhatSheLaidOut();
        theMeetingIsHeldAndMinuted();
        assertThat(story.mailsTo("koordinator"))
                .as("mails to the coordinator from the first wish to the minutes")
                .isLessThanOrEqualTo(15);
    }

    private void theAdministratorOpensTheCluster() {
        try (BrowserContext context = chromium.login(port, "admin", "admin", "/klynger/ny")) {
            Page page = context.pages().get(0);
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "klynge.csv",
                            "text/csv",
                            ClusterFromFile.file(CLUSTER, PaymentMode.OWN_ACCOUNT)
                                    .getBytes(StandardCharsets.UTF_8)));
            page.getByRole(AriaRole.BUTTON, named("Opret klyngen")).click();
            assertThat(page.getByText("Klyngen Søbred er oprettet.")).isVisible();
            assertThat(faults(page, "main")).isEmpty();
            picture(page, "cluster-opened");
        }
        // each has got a link by mail; here the administrator gives a password, and each chooses her own
        ClusterFromFile administrator = new ClusterFromFile(port);
        ClusterFromFile.STAFF.forEach(post -> administrator.password(CLUSTER + "-" + post));
        story.isIn(CLUSTER);
        assertThat(story.members()).hasSize(MEMBERS);
    }

    private void theSecretaryWritesAPlaceIn() {
        try (BrowserContext context = chromium.login(
                port, story.person("sekretaer"), story.person("sekretaer"), "/steder/" + CLUSTER + "/ny?slags=ROOM")) {
            Page page = context.pages().get(0);
            page.locator("[name=name]").fill("Søbred Kro");
            page.locator("[name=mail]").fill("kro@soebred-kro.example");
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.getByText("Søbred Kro").first()).isVisible();
        }
    }

    private void theCoordinatorPlansAMeeting() {
        LocalDate today = LocalDate.of(2026, 9, 7);
        try (Tasklist coordinator = tasklist("koordinator")) {
            coordinator.start("Klyngemøde");
            coordinator.write("Tidligst", today.plusWeeks(11).format(DANISH));
            coordinator.write("Senest", today.plusWeeks(13).format(DANISH));
            coordinator.choose("Nej, jeg har et emne");
            coordinator
                    .page()
                    .getByRole(AriaRole.BUTTON, named("Begynd at planlægge"))
                    .click();
            coordinator.page().getByText("Vælg emne og planlæg mødet").first().waitFor();
            story.isAboutTheNewest();
            coordinator.open(story.openTask("planMeeting"));
            coordinator.write("Emne, du selv skriver", "Diabetes og nyrer");
            coordinator
                    .page()
                    .getByLabel("Datapakke", new Page.GetByLabelOptions().setExact(true))
                    .uncheck();
            picture(coordinator.page(), "first-plan");
            coordinator.send("Spørg om dato");
        }
        story.dueJobsRun();
    }

    private void theMembersFindADate() {
        byLinks("date-poll", "Ja", "Send mine svar");
        story.dueJobsRun();
        try (Tasklist coordinator = tasklist("koordinator")) {
            coordinator.open(story.openTask("confirmDate"));
            coordinator.page().locator(".form-actions .btn-primary").click();
            assertThat(coordinator.page().locator("form.kf")).hasCount(0);
        }
        story.dueJobsRun();
        byLinks("rsvp", "Ja, jeg kommer", "Send svar");
        story.dueJobsRun();
    }

    /** There is one place on the list, and no caterer: the secretary is asked, and may say that they do without. */
    private void thePlaceSaysYesAndNobodyCooks() {
        try (BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + story.address("booking", story.holder("booking")));
            page.getByText("Ja", exactly()).first().click();
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator(".done")).isVisible();
        }
        story.dueJobsRun();
        try (Tasklist secretary = tasklist("sekretaer")) {
            secretary.open(story.openTask("phoneSupplier"));
            secretary.choose("Vi klarer os uden");
            secretary.send("Fortsæt uden");
        }
        story.dueJobsRun();
    }

    private void theBillIsPaid() throws IOException {
        try (Tasklist secretary = tasklist("sekretaer")) {
            secretary.start("Faktura og udlæg");
            secretary.choose("En regning");
            secretary.upload("Regningen", "faktura.xml", sample());
            secretary
                    .page()
                    .getByRole(AriaRole.BUTTON, named("Send til behandling"))
                    .click();
            secretary
                    .page()
                    .getByText("Kontrollér og kontér bilag · A00095678")
                    .first()
                    .waitFor();
        }
        isCheckedApprovedAndPaid("2100");
        try (BrowserContext context =
                chromium.login(port, story.person("kasserer"), story.person("kasserer"), "/bilag/" + CLUSTER)) {
            assertThat(context.pages().get(0).getByText("Betalt").first()).isVisible();
        }
    }

    /** As a supplier sends it: to the cluster's own address. */
    private void theMailedBillIsPaid() throws IOException {
        String bill = new String(sample(), StandardCharsets.UTF_8).replace("A00095678", "A00095679");
        inbox.deliver(
                ("""
                From: faktura@leverandoer.example
                To: post@%s.example
                Subject: Faktura A00095679
                Message-ID: <faktura-1@leverandoer.example>
                Date: Mon, 7 Sep 2026 08:15:00 +0200
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                Hermed faktura.
                --b
                Content-Type: application/xml; name="faktura.xml"
                Content-Disposition: attachment; filename="faktura.xml"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(CLUSTER, Base64.getMimeEncoder().encodeToString(bill.getBytes(StandardCharsets.UTF_8))))
                        .replace("\r\n", "\n")
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        inbox.read();
        story.dueJobsRun();
        isCheckedApprovedAndPaid("2100");
    }

    private void isCheckedApprovedAndPaid(String account) {
        try (Tasklist secretary = tasklist("sekretaer")) {
            secretary.open(story.openTask("checkInvoice"));
            secretary
                    .page()
                    .locator("select[name=account], #account, kf-select[name=account] select")
                    .first()
                    .selectOption(account);
            secretary.choose("Ja, det er i orden");
            secretary.send("Godkend og send videre");
        }
        story.dueJobsRun();
        try (Tasklist coordinator = tasklist("koordinator")) {
            coordinator.open(story.openTask("approveAsCoordinator"));
            coordinator.choose("Ja, godkend");
            coordinator.send("Godkend");
        }
        story.dueJobsRun();
        try (Tasklist treasurer = tasklist("kasserer")) {
            treasurer.open(story.openTask("confirmPayment"));
            treasurer.choose("Ja, pengene er gået fra kontoen");
            treasurer
                    .page()
                    .locator("input[name=paidOn], kf-field[name=paidOn] input")
                    .first()
                    .fill("7.9.2026");
            treasurer.send("Bekræft betalingen");
        }
        story.dueJobsRun();
    }

    private void theMemberClaimsWhatSheLaidOut() {
        try (BrowserContext context =
                chromium.login(port, story.person("revisor"), story.person("revisor"), "/udlaeg/" + CLUSTER)) {
            Page page = context.pages().get(0);
            page.locator("[name=claimKind][value=OUTLAY]").check();
            page.locator("[name=claimAmount]").fill("120,50");
            page.locator("[name=claimDate]").fill("1.9.2026");
            page.locator("[name=claimText]").fill("Kaffe til klyngemødet");
            page.locator("[name=claimPayTo]").fill("1234 0012345678");
            page.locator("[name=file]")
                    .setInputFiles(new FilePayload(
                            "kvittering.pdf", "application/pdf", pdfs.pdf("sample", Map.of("text", "Kaffe 120,50"))));
            page.getByRole(AriaRole.BUTTON, named("Send til sekretæren")).click();
            assertThat(page.getByText("Tak. Sekretæren kontrollerer det")).isVisible();
            assertThat(page.getByText("Kaffe til klyngemødet").first()).isVisible();
            picture(page, "claim-sent");
        }
        story.dueJobsRun();
        isCheckedApprovedAndPaid("4300");
        try (BrowserContext context =
                chromium.login(port, story.person("revisor"), story.person("revisor"), "/udlaeg/" + CLUSTER)) {
            assertThat(context.pages().get(0).getByText("Betalt").first()).isVisible();
        }
    }

    private void theMeetingIsHeldAndMinuted() {
        story.untilTheAgenda();
        try (Tasklist coordinator = tasklist("koordinator")) {
            coordinator.open(story.openTask("approveAgenda"));
            coordinator.send("Godkend og indkald");
        }
        story.dueJobsRun();
        assertThat(story.mails("meeting-invitation")).isEqualTo(MEMBERS);
        story.untilTheMeetingIsHeld();
        try (Tasklist coordinator = tasklist("koordinator")) {
            coordinator.open(story.openTask("recordMeeting"));
            coordinator.send("Gem og gå videre");
        }
        story.dueJobsRun();
        story.daysPass(5);
        try (Tasklist coordinator = tasklist("koordinator")) {
            coordinator.open(story.openTask("approveMinutes"));
            coordinator.write("Hovedpunkter", "Vi måler nyretal hos alle med diabetes.");
            coordinator.send("Godkend og send til alle");
        }
        story.dueJobsRun();
        assertThat(story.mails("minutes")).isEqualTo(MEMBERS);
    }

    /** Each opens her link on a phone, picks the answer and sends it. */
    private void byLinks(String purpose, String answer, String button) {
        try (BrowserContext phone = chromium.phone()) {
            for (String member : story.members()) {
                Page page = phone.newPage();
                page.navigate("http://localhost:" + port + story.address(purpose, member));
                page.getByRole(AriaRole.BUTTON, named(button)).waitFor();
                page.getByText(answer, exactly()).all().forEach(option -> option.click());
                page.getByRole(AriaRole.BUTTON, named(button)).click();
                assertThat(page.locator(".done")).isVisible();
                page.close();
            }
        }
    }

    private Tasklist tasklist(String post) {
        return new Tasklist(chromium, port, story.person(post));
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = FirstMonthInTasklistTest.class.getResourceAsStream(
                "/invoices/oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml")) {
            // of this year and from a company that can be: nothing about it has to be confirmed
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("16356706", "99887796")
                    .replace("2005-11-", "2026-08-")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
