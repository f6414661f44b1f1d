package dk.klyngeflow.logins;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.OnScreen.readable;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Passwords;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the mail to Tasklist: invited, with a forgotten password, and with one that an administrator has given. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class LoginByMailInBrowserTest {

    private static final String FRESH = "fire grønne både";
    private static final Pattern CODE = Pattern.compile("/svar#[\\w-]{64}");
    private static final Pattern TASKLIST = Pattern.compile(".*/camunda/app/tasklist/.*");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    WrittenMails mails;

    @Autowired
    PasswordWishes wishes;

    @Autowired
    Passwords passwords;

    private String cluster = "";
    private String secretary = "";

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        cluster = "ny-" + UUID.randomUUID().toString().substring(0, 8);
        secretary = cluster + "-sekretaer";
        new ClusterFromFile(port).upload(ClusterFromFile.file(cluster, PaymentMode.PLO));
    }

    @Test
    void fromTheInvitationOnAPhoneToTasklist() {
        try (BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate(link("login-invitation"));
            assertThat(page.getByRole(AriaRole.HEADING, Chromium.named("Vælg din adgangskode")))
                    .isVisible();
            readable(page, "invitation-phone");
            choose(page);
            readable(page, "password-chosen-phone");
            page.getByRole(AriaRole.LINK, Chromium.named("Log ind")).click();
            logIn(page, FRESH);
            assertThat(page).hasURL(TASKLIST);
            page.setViewportSize(1366, 768);
            assertThat(page.getByText("Start ny sag")).isVisible();
        }
    }

    @Test
    void fromAForgottenPasswordToTasklist() {
        passwords.choose(secretary, "en jeg har glemt");
        try (BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate(here("/login"));
            readable(page, "login-phone");
            page.getByRole(AriaRole.LINK, Chromium.named("Glemt adgangskode?")).click();
            page.getByLabel("Mailadresse").fill("clara@" + cluster + ".example");
            readable(page, "forgotten-password-phone");
            page.getByRole(AriaRole.BUTTON, Chromium.named("Send mig et link")).click();
            assertThat(page.getByText("Kender vi adressen")).isVisible();
            wishes.round();

            page.navigate(link("password-forgotten"));
            choose(page);
            page.getByRole(AriaRole.LINK, Chromium.named("Log ind")).click();
            logIn(page, FRESH);
            assertThat(page).hasURL(TASKLIST);
        }
    }

    @Test
    void whatAnAdministratorGaveIsChangedOnTheWayToTasklist() {
        passwords.give(secretary, "en jeg fik i røret");
        try (BrowserContext desk = chromium.login(port, secretary, "en jeg fik i røret", null)) {
            Page page = desk.pages().get(0);
            assertThat(page.getByText("Vælg din egen, før du går videre")).isVisible();
            Chromium.picture(page, "password-must-change");
            page.navigate(here("/camunda/app/tasklist/default/"));
            assertThat(page.getByText("Vælg din egen, før du går videre")).isVisible();

            page.locator("#nuvaerende").fill("en jeg fik i røret");
            page.locator("#ny").fill(FRESH);
            page.locator("#igen").fill(FRESH);
            page.getByRole(AriaRole.BUTTON, Chromium.named("Skift adgangskode")).click();
            assertThat(page).hasURL(TASKLIST);
            assertThat(page.getByText("Start ny sag")).isVisible();
        }
    }

    @Test
    void theSecurityLogCanBeReadAndFiltered() {
        try (BrowserContext desk = chromium.login(port, "admin", "admin", "/sikkerhedslog")) {
            Page page = desk.pages().get(0);
            page.getByLabel("Hvad").selectOption("Post givet");
            page.getByRole(AriaRole.BUTTON, Chromium.named("Vis")).click();
            assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName(secretary))
                            .first())
                    .isVisible();
            Chromium.picture(page, "security-log");
            assertThat(Chromium.faults(page, "main")).isEmpty();
        }
    }

    private void choose(Page page) {
        page.getByLabel("Ny adgangskode", new Page.GetByLabelOptions().setExact(true))
                .fill(FRESH);
        page.getByLabel("Ny adgangskode igen").fill(FRESH);
        page.getByRole(AriaRole.BUTTON, Chromium.named("Gem adgangskoden")).click();
        assertThat(page.getByText("Din adgangskode er valgt")).isVisible();
    }

    private void logIn(Page page, String password) {
        page.locator("[name=username]").fill(secretary);
        page.locator("[name=password]").fill(password);
        page.getByRole(AriaRole.BUTTON, Chromium.named("Log ind")).click();
    }

    private String link(String purpose) {
        List<String> texts = mails.texts(cluster, purpose, secretary);
        Matcher found = CODE.matcher(texts.get(texts.size() - 1));
        assertThat(found.find()).isTrue();
        return here(found.group());
    }

    private String here(String path) {
        return "http://localhost:" + port + path;
    }
}
