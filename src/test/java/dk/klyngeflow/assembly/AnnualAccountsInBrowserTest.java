package dk.klyngeflow.assembly;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.OnScreen;
import dk.klyngeflow.Tasklist;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.YearState;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.bankstatements.NordYear;
import dk.klyngeflow.documents.Documents;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A year's accounts from the missing bank statement to the seal: in Tasklist, on the pages, and on the phones of the board. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class AnnualAccountsInBrowserTest {

    private static final int YEAR = 2026;
    private static final Path PICTURES = Path.of("target", "pictures");

    @LocalServerPort
    int port;

    @Autowired
    AnnualAccountsStory story;

    @Autowired
    AccountingYears years;

    @Autowired
    Documents documents;

    @Test
    void fromTheBankToTheSeal() throws IOException {
        story.aClusterWithTheYearOfNord();
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            theSecretaryGetsTheStatements(chromium);
            theTreasurerReconcilesAndDrafts(chromium);
            looksRight(story.draft(YEAR).documentId(), "annual-draft");
            theAuditorRemarks(chromium);
            theTreasurerAnswersOneByOne(chromium);
            theAuditorApproves(chromium);
            theBoardSigns(phone);
            theSealIsOnThePage(chromium);
        }
        story.waitsFor("recordDecision");
        story.noIncidentIsOpen();
    }

    private void theSecretaryGetsTheStatements(Chromium chromium) {
        try (Tasklist secretary = new Tasklist(chromium, port, story.person("sekretaer"))) {
            secretary.start("Årsregnskab");
            assertThat(secretary.page().locator("form.kf").getByLabel("Regnskabsår"))
                    .hasValue(String.valueOf(YEAR));
            secretary.send("Begynd");
            story.dueJobsRun();
            secretary.page().reload();
            secretary.open(story.openTask("gatherStatements"));
            assertThat(secretary.page().locator("form.kf")).containsText("Der mangler kontoudtog");
            picture(secretary.page(), "annual-gather");
            assertThat(secretary.faults()).isEmpty();
            Page bank = follows(secretary, "Åbn siden Bank");
            bank.getByLabel("Fil fra banken").setInputFiles(NordYear.file());
            press(bank.locator("section[aria-labelledby=laes] form[action$=udtog]"), "Læs ind");
            assertThat(bank.getByText("11 nye linjer er læst ind.")).isVisible();
            assertThat(bank.locator("section[aria-labelledby=dage]"))
                    .containsText("Banken har sagt alt om 01.01.2026–31.12.2026.");
            readable(bank, "annual-bank-read");
        }
        story.dueJobsRun();
        story.waitsFor("lockAccounts");
    }

    private void theTreasurerReconcilesAndDrafts(Chromium chromium) {
        try (Tasklist treasurer = new Tasklist(chromium, port, story.person("kasserer"))) {
            treasurer.open(story.openTask("lockAccounts"));
            treasurer.choose("Alt er afstemt, og året låses");
            picture(treasurer.page(), "annual-lock-hindered");
            treasurer
                    .page()
                    .getByRole(AriaRole.BUTTON, Chromium.named("Lås året"))
                    .click();
            assertThat(treasurer.page().locator("form.kf [role=alert]").first()).containsText("afstemt");
            Page bank = follows(treasurer, "Åbn siden Bank");
            everyLineIsExplained(bank);
            readable(bank, "annual-bank-done");
            treasurer.page().reload();
            treasurer.open(story.openTask("lockAccounts"));
            treasurer.choose("Alt er afstemt, og året låses");
            assertThat(treasurer.faults()).isEmpty();
            treasurer.send("Lås året");
            assertThat(years.state(story.cluster(), YEAR)).isEqualTo(YearState.LOCKED);

            treasurer.page().reload();
            treasurer.open(story.openTask("reconcileAccounts"));
            assertThat(treasurer.page().locator("form.kf"))
                    .containsText("Undervejs: Bilag " + YEAR + "-18 af 30.12.2026");
            Page page = follows(treasurer, "Åbn siden Årsregnskab");
            readable(page, "annual-page-treasurer");
            treasurer.write("Begivenheder efter årets slutning", "Datahuset ApS er betalt den 4. januar 2027.");
            treasurer.write("Forbehold", "PLO har endnu ikke oplyst taksten for 2027.");
            picture(treasurer.page(), "annual-reconcile");
            assertThat(treasurer.faults()).isEmpty();
            treasurer.send("Lav udkastet");
        }
        story.dueJobsRun();
    }

    private static void everyLineIsExplained(Page bank) {
        Locator confirm = bank.getByRole(AriaRole.BUTTON, Chromium.named("Bekræft"));
        Locator lines = bank.locator("#aabne .muted");
        for (int open = 10; open > 2; open--) {
            confirm.first().click();
            assertThat(lines).hasText("(" + open + ")");
        }
        posted(bank, "Rente");
        posted(bank, "Kontogebyr 4. kvartal");
        confirm.click();
        assertThat(bank.getByText("Der er ingen åbne linjer i 2026.")).isVisible();
    }

    private static void posted(Page bank, String text) {
        Locator panel = bank.locator("section[aria-labelledby=aabne] .panel:has(strong:text-is('" + text + "'))")
                .first();
        if (panel.getByLabel("Bogfør på konto").inputValue().isEmpty()) {
            panel.getByLabel("Bogfør på konto").selectOption("4400");
        }
        press(panel, "Bogfør");
        assertThat(bank.getByText("Linjen er afstemt.")
                        .or(bank.getByText("er bogført"))
                        .first())
                .isVisible();
    }

    private void theAuditorRemarks(Chromium chromium) {
        try (Tasklist auditor = new Tasklist(chromium, port, story.person("revisor"))) {
            auditor.open(story.openTask("auditAccounts"));
            assertThat(auditor.page().locator("form.kf")).containsText("Banken er afstemt ved årets slutning");
            picture(auditor.page(), "annual-audit");
            assertThat(auditor.faults()).isEmpty();
            Page page = follows(auditor, "Åbn siden Årsregnskab");
            aPdfComes(page, "Alle bilag i én PDF");
            aPdfComes(page, "Udkastet som PDF");
            readable(page, "annual-page-auditor");
            page.getByLabel("Ny bemærkning").fill("Er plakaterne i august bogført to gange?");
            press(page.locator("main"), "Tilføj bemærkning");
            assertThat(page.getByText("Bemærkningen er gemt.")).isVisible();
            for (String each : List.of("Kontoudtog", "Bilag og budget", "Generalforsamlinger og referater")) {
                page.getByRole(AriaRole.LINK, Chromium.named(each)).click();
                page.waitForLoadState();
                assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
                readable(page, "annual-auditor-" + each.substring(0, 4).toLowerCase(java.util.Locale.ROOT));
                page.goBack();
            }
            auditor.choose("Jeg har bemærkninger");
            auditor.page().locator("form.kf textarea").first().fill("Hvem har godkendt honoraret på 12 timer?");
            auditor.send("Send bemærkninger");
        }
        story.dueJobsRun();
    }

    private void theTreasurerAnswersOneByOne(Chromium chromium) {
        try (Tasklist treasurer = new Tasklist(chromium, port, story.person("kasserer"))) {
            treasurer.open(story.openTask("answerComments"));
            assertThat(treasurer.page().locator("form.kf")).containsText("Hvem har godkendt honoraret");
            Page page = follows(treasurer, "Åbn siden Årsregnskab");
            for (String answer : List.of("Nej, det første bilag er tilbageført.", "Bestyrelsen, den 4. maj 2026.")) {
                page.getByLabel("Svar", new Page.GetByLabelOptions().setExact(true))
                        .first()
                        .fill(answer);
                page.getByRole(AriaRole.BUTTON, Chromium.named("Svar")).first().click();
                assertThat(page.getByText("Svaret er gemt.")).isVisible();
            }
            readable(page, "annual-page-answered");
            treasurer.page().reload();
            treasurer.open(story.openTask("answerComments"));
            treasurer.choose("Hver bemærkning er besvaret");
            picture(treasurer.page(), "annual-answers");
            assertThat(treasurer.faults()).isEmpty();
            treasurer.send("Lav nyt udkast");
        }
        story.dueJobsRun();
        assertThat(story.draft(YEAR).version()).isEqualTo(2);
    }

    private void theAuditorApproves(Chromium chromium) {
        try (Tasklist auditor = new Tasklist(chromium, port, story.person("revisor"))) {
            auditor.open(story.openTask("auditAccounts"));
            Page page = follows(auditor, "Åbn siden Årsregnskab");
            page.locator("form[action$=tjekliste] label.check").all().forEach(Locator::click);
            press(page.locator("main"), "Gem tjeklisten");
            assertThat(page.getByText("Tjeklisten er gemt.")).isVisible();
            auditor.page().reload();
            auditor.open(story.openTask("auditAccounts"));
            auditor.choose("Ja, jeg godkender det");
            picture(auditor.page(), "annual-approve");
            auditor.send("Godkend");
        }
        story.dueJobsRun();
    }

    private void theBoardSigns(BrowserContext phone) {
        List<String> board = story.accounts().missingSignatures(story.cluster(), YEAR);
        assertThat(board)
                .containsExactlyInAnyOrder(
                        story.person("formand"), story.person("kasserer"), story.person("bestyrelse"));
        Page page = phone.newPage();
        for (String member : board) {
            page.navigate("about:blank");
            page.navigate("http://localhost:" + port + "/svar#" + story.code(YEAR, member));
            page.waitForURL(url -> url.contains("/svar/"));
            assertThat(page.locator(":checked:not(option)")).hasCount(0);
            assertThat(page.waitForDownload(
                                    () -> page.getByRole(AriaRole.BUTTON, Chromium.named("Årsregnskabet som PDF"))
                                            .click())
                            .suggestedFilename())
                    .endsWith(".pdf");
            page.getByText("Ja, jeg underskriver").click();
            readable(page, "annual-sign");
            page.getByRole(AriaRole.BUTTON, Chromium.named("Underskriv")).click();
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Tak for din underskrift");
        }
        readable(page, "annual-signed");
        story.dueJobsRun();
    }

    private void theSealIsOnThePage(Chromium chromium) throws IOException {
        Draft sealed = story.draft(YEAR);
        try (BrowserContext desk = chromium.login(
                port,
                story.person("formand"),
                story.person("formand"),
                "/aarsregnskab/" + story.cluster() + "/" + YEAR)) {
            Page page = desk.pages().get(0);
            aPdfComes(page, "Med godkendelser og segl");
            assertThat(page.locator("section[aria-labelledby=underskrifter] li"))
                    .hasCount(4);
            readable(page, "annual-page-sealed");
        }
        String text = looksRight(String.valueOf(sealed.sealedId()), "annual-sealed");
        assertThat(text).contains("Frederik Lundsby", "Kirsten Ahlmark", "Bo Stenkær", "Rikke Damsbo");
        try (PDDocument pdf = Loader.loadPDF(documents.content(story.cluster(), String.valueOf(sealed.sealedId())))) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(1);
        }
    }

    /** Every figure beside the budget's and last year's, in columns; each page is drawn for whoever looks at it. */
    private String looksRight(String documentId, String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(documents.content(story.cluster(), documentId))) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            Files.createDirectories(PICTURES);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage drawn = renderer.renderImageWithDPI(page, 80);
                ImageIO.write(
                        drawn,
                        "png",
                        PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(pdf);
            assertThat(text.lines().map(line -> line.replaceAll("\\s+", " ").strip()))
                    .contains(
                            "Konto 2026 Budget 2025",
                            "1100 Klyngemidler (takst pr. patient) 175.200,00 170.000,00 38.000,00",
                            "Indtægter i alt 175.203,18 170.000,00 38.000,00",
                            "Udgifter i alt 60.207,24 34.000,00 29.812,50",
                            "Årets resultat (Overskud) 114.995,94 136.000,00 8.187,50",
                            "5800 Bank 152.996,69 41.250,75",
                            "Egenkapital primo 38.000,75 29.813,25",
                            "Egenkapital ultimo 152.996,69 38.000,75");
            assertThat(text)
                    .contains("Datahuset ApS er betalt den 4. januar 2027.", "PLO har endnu ikke oplyst taksten")
                    .doesNotContain("null", "2400 Materialer");
            return text;
        }
    }

    private static Page follows(Tasklist tasklist, String link) {
        Page page = tasklist.page()
                .waitForPopup(() -> tasklist.page()
                        .locator("form.kf")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                        .click());
        page.waitForLoadState();
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        return page;
    }

    /** Whether the browser shows it or saves it. */
    private void aPdfComes(Page page, String link) {
        String href = page.getByRole(AriaRole.LINK, Chromium.named(link)).getAttribute("href");
        APIResponse answer = page.request().get("http://localhost:" + port + href);
        assertThat(answer.status()).as(link).isEqualTo(200);
        assertThat(new String(answer.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .as(link)
                .isEqualTo("%PDF-");
    }

    private static void press(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static void readable(Page page, String name) {
        picture(page, name);
        OnScreen.fits(page, name);
    }

    private static void picture(Page page, String name) {
        Chromium.picture(page, new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
