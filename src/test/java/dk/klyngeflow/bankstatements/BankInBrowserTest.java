package dk.klyngeflow.bankstatements;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.YearState;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The treasurer holds the bank against the books, at her desk and with a phone, with the real files. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class BankInBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    NordBooks nord;

    @Autowired
    BankStatements statements;

    @Autowired
    AccountingYears years;

    @Autowired
    TestClock clock;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void inJanuary() {
        clock.reset();
        clock.set(Instant.parse("2027-01-10T09:00:00Z"));
    }

    @Test
    void aYearIsReadInReconciledAndLocked() {
        String cluster = nord.openWithLedger();
        Page page = loggedIn(chromium.desk(), cluster, "treasurer");
        page.navigate(url("/regnskab/" + cluster + "?year=2026"));
        link(page, "Bank og afstemning").click();
        upload(page, BankFiles.DANSKE, "Vis, hvad filen siger");
        assertThat(page.getByText("Intet er gemt endnu.")).isVisible();
        assertThat(statements.lines(cluster, "5800")).isEmpty();
        Chromium.picture(page, "bank-preview");
        page.locator("section[aria-labelledby=vist]").getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("11 nye linjer er læst ind.")).isVisible();
        assertThat(page.getByText("Forskellen er forklaret til øren.")).isVisible();
        assertThat(page.getByText("155.996,69 kr.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Chromium.picture(page, "bank-open-lines");

        for (int i = 0; i < 8; i++) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Bekræft").setExact(true))
                    .first()
                    .click();
            assertThat(page.getByText("Linjen er afstemt.")).isVisible();
        }
        Locator interest = panel(page, "Rente");
        assertThat(interest.getByLabel("Bogfør på konto")).hasValue("1800");
        interest.getByLabel("Bogfør på konto").selectOption("1900");
        interest.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Bogfør").setExact(true))
                .click();
        panel(page, "Kontogebyr 4. kvartal")
                .first()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Bogfør").setExact(true))
                .click();
        // the second is as the first, and so proposed
        assertThat(page.getByText("En linje med samme tekst er før bogført på konto 4400."))
                .isVisible();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Bekræft").setExact(true))
                .click();
        assertThat(page.getByText("Der er ingen åbne linjer i 2026.")).isVisible();
        assertThat(page.getByText("152.996,69 kr.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        page.getByLabel("Fortryd Rente").click();
        assertThat(page.getByText("Afstemningen er fortrudt.")).isVisible();
        panel(page, "Rente")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Bogfør").setExact(true))
                .click();
        upload(page, BankFiles.CAMT, "Læs ind");
        // it says of the first days of January that nothing happened
        assertThat(page.getByText("Der var ingen nye linjer. Det gælder 01.01.2026–31.12.2026."))
                .isVisible();
        assertThat(page.getByText("Banken har sagt alt om 01.01.2026–31.12.2026."))
                .isVisible();
        upload(page, BankFiles.CAMT, "Læs ind");
        assertThat(page.getByText("Alt i filen er læst ind før. Intet er gemt."))
                .isVisible();
        Chromium.picture(page, "bank-reconciled");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lås året"))
                .click();
        assertThat(page.getByText("Regnskabsåret 2026 er låst.")).isVisible();
        assertThat(years.state(cluster, 2026)).isEqualTo(YearState.LOCKED);
        assertThat(page.locator("form[action$=fortryd]")).hasCount(0);
    }

    @Test
    void theSecretaryHasAPhoneAndAFileThatDoesNotFit() {
        String cluster = nord.open();
        Page page = loggedIn(chromium.phone(), cluster, "secretary");
        page.navigate(url("/regnskab/" + cluster + "/bank"));
        upload(page, BankFiles.FOREIGN, "Læs ind");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("EUR");
        page.getByText("Skriv et kontoudtog ind").click();
        page.getByLabel("Saldo ved begyndelsen").fill("1.000,00");
        page.getByLabel("Linjer", new Page.GetByLabelOptions().setExact(true)).fill("31.12.2026; Gebyr; -10,00");
        page.getByLabel("Saldo ved slutningen").fill("985,00");
        Locator typed = page.locator("form[action$=indtastet]").getByRole(AriaRole.BUTTON);
        typed.click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Forskellen er 5,00");
        page.getByLabel("Saldo ved slutningen").fill("990,00");
        typed.click();
        assertThat(page.getByText("En ny linje er læst ind.")).isVisible();
        Chromium.picture(page, "bank-phone");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    private void upload(Page page, String file, String button) {
        page.getByLabel("Fil fra banken").setInputFiles(Path.of("src", "test", "resources", "bank", file));
        page.locator("section[aria-labelledby=laes] form[action$=udtog]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private static Locator panel(Page page, String text) {
        return page.locator("section[aria-labelledby=aabne] .panel:has(strong:text-is('" + text + "'))");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Page loggedIn(BrowserContext context, String cluster, String role) {
        Page page = context.newPage();
        page.navigate(url("/login"));
        page.locator("[name=username]").fill(cluster + "-" + role);
        page.locator("[name=password]").fill(cluster + "-" + role);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log ind"))
                .click();
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
