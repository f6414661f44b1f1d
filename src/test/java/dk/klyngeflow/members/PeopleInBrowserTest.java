package dk.klyngeflow.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The secretary keeps the people of her cluster, at her desk and with a phone in her hand. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class PeopleInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void theSecretaryAddsMovesAndUnregistersAndReadsAList() {
        String cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        String secretary = cluster + "-sekretaer";
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(port, secretary, secretary, "/folk/" + cluster)) {
            Page page = desk.pages().get(0);
            assertThat(page.locator("h1")).hasText("Folk i Klyngen Søbred");
            Chromium.picture(page, "people");

            page.getByText("Tilføj en person").click();
            page.getByLabel("Navn").fill("Hanne Lindegård");
            page.getByLabel("Mailadresse").fill("hanne@lindegaard.example");
            page.getByLabel("Post", new Page.GetByLabelOptions().setExact(true)).selectOption("MEMBER");
            page.getByLabel("Praksis").selectOption("980103");
            page.getByText("Vis, hvad det fører med sig").click();
            assertThat(page.locator("#virkning")).containsText("Hanne Lindegård bliver medlem");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            Chromium.picture(page, "people-effect");
            page.getByText("Bekræft", Chromium.exactly()).dblclick();
            assertThat(page.locator(".message.ok")).containsText("Hanne Lindegård bliver medlem");
            assertThat(people.called("Hanne Lindegård", "hanne@lindegaard.example"))
                    .isPresent();

            page.navigate("http://localhost:" + port + "/folk/" + cluster + "/liste");
            page.locator("#fil")
                    .setInputFiles(new FilePayload(
                            "folk.csv",
                            "text/csv",
                            ("navn;mail;ydernummer;patienter\nFie Ødum;fie@" + cluster
                                            + ".example;980102;\nAnne Holm;anne@" + cluster
                                            + ".example;980101;4.300\nIb Dal;ib@dal.example;980101;\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            page.getByText("Vis, hvad listen ville ændre").click();
            assertThat(page.locator("#virkning")).containsText("Fie Ødum flytter til Åbakkens Læger (980102)");
            Chromium.picture(page, "people-list");
            page.getByText("Bekræft det hele").click();
            assertThat(page.locator(".message.ok")).containsText("Listen er indlæst: 3 ændringer er gjort.");
        }
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone()) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + "/login");
            page.locator("[name=username]").fill(secretary);
            page.locator("[name=password]").fill(secretary);
            page.locator("main button[type=submit]").click();
            page.navigate("http://localhost:" + port + "/folk/" + cluster);
            isNotWiderThanThePhone(page);
            assertThat(Chromium.faults(page, "main")).isEmpty();
            Chromium.picture(page, "people-phone");
            page.getByText("Bent Søe").click();
            isNotWiderThanThePhone(page);
            Chromium.picture(page, "person-phone");
            page.locator("a.danger").click();
            page.getByText("Vis, hvad det fører med sig").click();
            assertThat(page.locator("#virkning")).containsText("Bent Søe er ikke i klyngen fra den");
            isNotWiderThanThePhone(page);
            Chromium.picture(page, "people-effect-phone");
        }
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(port, "admin", "admin", "/folk/" + cluster)) {
            Page page = desk.pages().get(0);
            page.getByText("Klyngens arkiv, og luk klyngen").click();
            Chromium.picture(page, "archive");
            Download archive = page.waitForDownload(
                    () -> page.getByText("Hent arkivet (ZIP)").click());
            assertThat(archive.suggestedFilename()).isEqualTo("arkiv-" + cluster + ".zip");
            assertThat(archive.failure()).isNull();
            page.getByText("Luk klyngen", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#virkning")).containsText("Det kan ikke fortrydes");
            assertThat(Chromium.faults(page, "main")).isEmpty();
            Chromium.picture(page, "close-cluster");
            page.setViewportSize(390, 844);
            isNotWiderThanThePhone(page);
            Chromium.picture(page, "close-cluster-phone");
            page.getByText("Luk klyngen for altid").click();
            assertThat(page.locator("[role=alert]")).containsText("Skriv klyngens id");
            page.locator("#id").fill(cluster);
            page.getByText("Luk klyngen for altid").dblclick();
            assertThat(page.locator(".message.warning")).containsText("Slettes med alt");
            isNotWiderThanThePhone(page);
            Chromium.picture(page, "closed-cluster-phone");
            page.setViewportSize(1280, 900);
            Chromium.picture(page, "closed-cluster");
            page.navigate("http://localhost:" + port + "/arkiv");
            assertThat(page.locator("main")).containsText("Klyngen Søbred");
            Chromium.picture(page, "closed-clusters");
        }
    }

    private static void isNotWiderThanThePhone(Page page) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }
}
