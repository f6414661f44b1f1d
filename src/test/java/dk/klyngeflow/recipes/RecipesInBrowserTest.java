package dk.klyngeflow.recipes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.OnScreen.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.SmallPdf;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator shares a closed topic, another holds a meeting after it and says how it went; on a desk and on a phone. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class RecipesInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    RecipeTown town;

    @Autowired
    Meetings meetings;

    @Autowired
    TestClock clock;

    @Test
    void isSharedReadHeldAndAnsweredOnADeskAndOnAPhone() {
        clock.reset();
        String one = town.isOpened("Nordklyngen");
        String other = town.isOpened("Sydklyngen");
        Meeting closed = town.hasClosed(
                one,
                "Færre lange kure med sovemedicin",
                RecipeTown.AGENDA.replace("Velkomst", "Velkomst ved Karen Holmgård"));
        String recipe;
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.login(
                        port, one + "-koordinator", one + "-koordinator", "/moeder/" + closed.businessKey())) {
            Page page = desk.pages().get(0);
            press(page, "Skriv mødet som opskrift");
            page.setInputFiles(
                    "#file",
                    new FilePayload("Plan.pdf", "application/pdf", SmallPdf.saying("En plan for nedtrapning")));
            press(page, "Læg filen ved");
            assertThat(page.getByLabel("Plan.pdf")).isChecked();
            page.getByLabel("Hvorfor og for hvem").fill("Mange begynder på sovemedicin og slipper den aldrig igen.");
            page.getByLabel("Spørgsmål til grupperne").fill("Hvem fornyer recepten?\nHvad vil I prøve?");
            page.getByLabel("Hvad I aftalte").fill("Alle får tilbudt en plan for nedtrapning");
            page.getByLabel("Hvordan det gik").fill("Det gik fremad fra 41 % til 22 %.");
            everyWidth(page, "recipe-edit");
            press(page, "Gem, og se den igennem");
            Locator found = page.locator("#fund");
            assertThat(found).containsText("„Karen Holmgård“ er navnet på en fra klyngen");
            assertThat(found).containsText("„41 %“ ligner et tal fra en praksis");
            everyWidth(page, "recipe-check");
            press(page, "Del med de andre klynger");
            assertThat(page.locator(".message.danger[role=alert]")).containsText("Ret teksten, eller sæt kryds");
            found.locator("input[type=checkbox]").all().forEach(Locator::check);
            press(page, "Del med de andre klynger");
            assertThat(page.locator(".message.ok")).containsText("delt med de andre klynger");
            recipe = page.url().substring(page.url().lastIndexOf('/') + 1);
        }
        try (Chromium chromium = new Chromium();
                BrowserContext desk =
                        chromium.login(port, other + "-koordinator", other + "-koordinator", "/emner/" + other)) {
            Page page = desk.pages().get(0);
            everyWidth(page, "recipes-beside-topics");
            page.navigate("http://localhost:" + port + "/opskrifter/" + other + "?q=sovemedicin");
            everyWidth(page, "recipes");
            page.navigate("http://localhost:" + port + "/opskrifter/" + other + "/" + recipe);
            everyWidth(page, "recipe");
            press(page, "Begynd mødet");
            assertThat(page.locator(".message.ok")).containsText("Mødet er begyndt efter opskriften");
            assertThat(page.locator("h1")).hasText("Færre lange kure med sovemedicin");
            assertThat(page.locator("main")).containsText("Plan.pdf");
            String key = page.url().substring(page.url().indexOf("/moeder/") + "/moeder/".length());
            Meeting begun = meetings.byKey(other, key).orElseThrow();
            meetings.status(other, begun.meetingId(), MeetingStatus.HELD);
            page.reload();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fortæl, hvordan det gik"))
                    .click();
            page.getByLabel("Hvordan gik det?").fill("Bo Stenkær var glad for planen.");
            page.getByLabel("Ja").check();
            press(page, "Del det");
            assertThat(page.locator("#fund")).containsText("„Bo Stenkær“ er navnet på en fra klyngen");
            everyWidth(page, "recipe-trial");
            page.getByLabel("Hvordan gik det?").fill("Planen på papir virkede.");
            press(page, "Del det");
            assertThat(page.locator("#erfaringer")).containsText("Planen på papir virkede. En anden klynge");
        }
    }

    private static void everyWidth(Page page, String name) {
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 1400);
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            assertThat(Integer.parseInt(String.valueOf(wide)))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(Chromium.faults(page, "main")).as(name + " at " + width).isEmpty();
            Chromium.picture(page, name + "-" + width);
        }
        page.setViewportSize(1280, 800);
    }
}
