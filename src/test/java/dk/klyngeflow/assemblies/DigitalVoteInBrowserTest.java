package dk.klyngeflow.assemblies;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.klyngeflow.Chromium;
import dk.klyngeflow.KlyngeflowTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A vote by link on phones of 390 pixels: the chair opens it, a member votes for herself and for a colleague, the chair closes it. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class DigitalVoteInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    EveningStory story;

    @Test
    void fromTheChairsButtonToTheResult() {
        story.anUsualEvening("digital_ballot", "true", "proxies", "1");
        List<String> members = story.members();
        String holder = members.get(0);
        story.givesProxy(members.get(20), holder);
        story.come(6);
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone();
                BrowserContext desk =
                        chromium.login(port, story.person("sekretaer"), story.person("sekretaer"), "/adgangskode")) {
            Page chair = desk.pages().get(0);
            chair.setViewportSize(390, 844);
            chair.navigate("http://localhost:" + port + Assemblies.page(story.cluster(), EveningStory.EVENING));
            item(chair).scrollIntoViewIfNeeded();
            readable(chair, "digital-chair-offers");
            press(item(chair), "Stem hemmeligt ved link");
            assertThat(item(chair)).containsText("Der stemmes digitalt: 0 af 7 har stemt.");
            item(chair).scrollIntoViewIfNeeded();
            readable(chair, "digital-chair-open");

            Page member = phone.newPage();
            votes(member, holder, "Stem nu");
            votes(member, holder, "Stem nu for ");
            chair.reload();
            assertThat(item(chair)).containsText("2 af 7 har stemt.");
            for (String each : members.subList(1, 5)) {
                story.votesByLink(story.paper(each), each.equals(members.get(4)) ? "imod" : "for");
            }
            press(item(chair), "Luk og tæl");
            assertThat(item(chair)).containsText("Ja 5, Nej 1.");
            assertThat(item(chair)).containsText("Vedtaget");
            assertThat(item(chair).getByText("Hent stemmeprotokollen")).isVisible();
            item(chair).scrollIntoViewIfNeeded();
            readable(chair, "digital-chair-closed");

            open(member, story.paper(holder));
            assertThat(member.locator("main")).containsText("Forslaget er vedtaget.");
            assertThat(member.locator("main")).containsText("Alle stemmer, ordnet efter kvittering");
            readable(member, "digital-member-result");
        }
        assertThat(story.decision(6).outcome()).isEqualTo(ItemOutcome.ADOPTED);
    }

    /** From her own page of the evening. */
    private void votes(Page page, String person, String way) {
        open(page, story.code(Assemblies.LINK, person));
        page.getByText(way, new Page.GetByTextOptions().setExact(way.endsWith("nu")))
                .first()
                .click();
        readable(page, "digital-member-own-page");
        press(page.locator("main"), "Send");
        assertThat(heading(page)).hasText("Din stemmeseddel er klar");
        page.getByText("Til stemmesedlen").click();
        page.waitForURL(url -> url.contains("/svar/"));
        assertThat(page.getByText("Hvad stemmer du?")).isVisible();
        assertThat(page.locator(":checked")).hasCount(0);
        readable(page, "digital-member-choose");
        page.getByText("Ja", new Page.GetByTextOptions().setExact(true)).click();
        press(page.locator("main"), "Se min stemme efter");
        press(page.locator("main"), "Afgiv min stemme");
        assertThat(heading(page)).hasText("Din stemme er modtaget");
        readable(page, "digital-member-receipt");
    }

    private void open(Page page, String code) {
        page.navigate("about:blank");
        page.navigate("http://localhost:" + port + "/svar#" + code);
        page.waitForURL(url -> url.contains("/svar/"));
    }

    private static Locator item(Page page) {
        return page.locator("#punkt-6");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING).first();
    }

    private static void press(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Nothing is wider than the phone, and nothing is hidden from whoever does not see. */
    private static void readable(Page page, String picture) {
        Chromium.picture(page, picture);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " fits")
                .isEqualTo(true);
        assertThat(Chromium.faults(page, "main")).as(picture).isEmpty();
    }
}
