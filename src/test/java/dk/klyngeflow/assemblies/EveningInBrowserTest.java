package dk.klyngeflow.assemblies;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.klyngeflow.OnScreen.heading;
import static dk.klyngeflow.OnScreen.openLink;
import static dk.klyngeflow.OnScreen.press;
import static dk.klyngeflow.OnScreen.readable;
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

/** An evening with 21 on the roll: each at the door on a phone, the chair with one in the hand, and the wall. */
@KlyngeflowTest
@EnabledIf("dk.klyngeflow.Chromium#isHere")
class EveningInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    EveningStory story;

    @Test
    void fromTheFirstProxyToTheEnd() {
        story.anEveningIsAnnounced("proxies", "1");
        List<String> members = story.members();
        String away = members.get(19);
        String holder = members.get(0);
        try (Chromium chromium = new Chromium();
                BrowserContext phone = chromium.phone();
                BrowserContext desk =
                        chromium.login(port, story.person("sekretaer"), story.person("sekretaer"), "/adgangskode")) {
            Page member = phone.newPage();
            givesAProxy(member, away, holder);
            story.theDoorsOpen(story.theUsual().toArray(AgendaItem[]::new));
            cameToTheDoor(member, members.subList(0, 17), holder);

            Page chair = desk.pages().get(0);
            chair.setViewportSize(390, 844);
            chair.navigate("http://localhost:" + port + Assemblies.page(story.cluster(), EveningStory.EVENING));
            readable(chair, "evening-chair-begins");
            writesTheOfficers(chair);
            ticksOffAtTheDoor(chair, members.get(17));
            votesOnTheMoney(chair);
            changesTheStatutes(chair);
            theRestIsDecided(chair);
            wall(desk.newPage(), chair, member);
            ends(chair);

            open(member, members.get(3));
            assertThat(member.locator("main")).containsText("Generalforsamlingen er slut.");
        }
        assertThat(story.decision(5).outcome()).isEqualTo(ItemOutcome.ADOPTED);
        assertThat(story.decision(5).amendments()).containsExactly("Indkaldes med 28 dages varsel.");
        assertThat(story.decision(8).elected()).containsExactly(story.person("medlem"));
        assertThat(story.record().came()).hasSize(18);
        assertThat(story.record().proxies()).hasSize(1);
    }

    private void givesAProxy(Page page, String away, String holder) {
        open(page, away);
        assertThat(page.locator(":checked:not(option)")).hasCount(0);
        readable(page, "evening-proxy");
        page.getByText("Giv fuldmagt").click();
        press(page, "Send");
        assertThat(page.getByText("Vælg, hvem der skal stemme for dig.").first())
                .isVisible();
        page.getByLabel("Hvem skal stemme for dig?", new Page.GetByLabelOptions().setExact(false))
                .selectOption(holder);
        press(page, "Send");
        assertThat(heading(page)).hasText("Fuldmagten er givet");
    }

    private void cameToTheDoor(Page page, List<String> coming, String holder) {
        for (String each : coming) {
            open(page, each);
            if (each.equals(holder)) {
                assertThat(page.locator("main")).containsText("Du stemmer for");
                readable(page, "evening-door");
            }
            page.getByText("Jeg er her").click();
            press(page, "Send");
            assertThat(heading(page)).hasText("Du er meldt mødt");
        }
    }

    private void writesTheOfficers(Page page) {
        fill(item(page, 1), "Dirigent", "Lise Lotte Advokat");
        fill(item(page, 1), "Referent", "Clara Winther");
        press(page, "Gem dirigent og referent");
        assertThat(page.getByText("Dirigent: Lise Lotte Advokat.").first()).isVisible();
    }

    private void ticksOffAtTheDoor(Page page, String late) {
        assertThat(page.locator("#doer")).containsText("17 af 21 er mødt, og de har 1 fuldmagt: 18 stemmer.");
        if (page.locator("#doer[open]").count() == 0) {
            page.locator("#doer > summary").click();
        }
        readable(page, "evening-chair-door");
        page.locator("#doer tr", new Page.LocatorOptions().setHas(page.locator("input[value='" + late + "']")))
                .getByRole(AriaRole.BUTTON)
                .first()
                .click();
        assertThat(page.locator("#doer")).containsText("18 af 21 er mødt");
        // the next comes in
        assertThat(page.locator("#doer[open]")).hasCount(1);
    }

    private void votesOnTheMoney(Page page) {
        decide(item(page, 3), How.UNOPPOSED);
        assertThat(item(page, 3)).containsText("Vedtaget");
        readable(page, "evening-chair-accounts");

        Locator budget = item(page, 4);
        count(budget, 15, 4, 2);
        assertThat(page.getByText("Der er talt 21 stemmer, men der er kun 19 i rummet")
                        .first())
                .isVisible();
        readable(page, "evening-chair-too-many");
        item(page, 4)
                .getByLabel("For", new Locator.GetByLabelOptions().setExact(true))
                .fill("13");
        press(item(page, 4), "Skriv resultatet ned");
        assertThat(item(page, 4)).containsText("13 for, 4 imod, 2 blanke.");
    }

    private void changesTheStatutes(Page page) {
        item(page, 5).getByText("Nogen vil ændre forslaget").click();
        item(page, 5)
                .getByLabel("Ændringsforslaget", new Locator.GetByLabelOptions().setExact(true))
                .fill("Indkaldes med 28 dages varsel.");
        press(item(page, 5), "Tilføj ændringsforslaget");
        assertThat(item(page, 5)).containsText("Stem først om ændringsforslagene");
        readable(page, "evening-chair-amendment");
        count(item(page, 5), 12, 6, 1);
        assertThat(item(page, 5)).containsText("12 for, 6 imod, 1 blank.");
        count(item(page, 5), 13, 6, 0);
        assertThat(item(page, 5)).containsText("af 19 er det 13");
        item(page, 5).scrollIntoViewIfNeeded();
        readable(page, "evening-chair-statutes");
    }

    private void theRestIsDecided(Page page) {
        count(item(page, 6), 9, 9, 1);
        assertThat(item(page, 6)).containsText("Forkastet");
        decide(item(page, 7), How.POSTPONED);
        item(page, 8).scrollIntoViewIfNeeded();
        readable(page, "evening-chair-election");
        decide(item(page, 8), How.ACCLAMATION);
        assertThat(item(page, 8)).containsText("Valgt");
    }

    private void wall(Page wall, Page chair, Page other) {
        wall.navigate(chair.url().replaceAll("#.*", "") + "/skaerm");
        readable(wall, "evening-wall");
        assertThat(wall.locator("main")).not().containsText("Anne Holm");
        String code = chair.getByText("/svar#").first().textContent();
        other.navigate("about:blank");
        other.navigate("http://localhost:" + port + code.replaceAll("^.*(?=/svar#)", ""));
        other.waitForURL(url -> url.contains("/svar/"));
        assertThat(other.locator("main")).containsText("Afgjort");
        readable(other, "evening-wall-by-link");
    }

    private void ends(Page page) {
        page.locator("#slut").scrollIntoViewIfNeeded();
        readable(page, "evening-chair-end");
        press(page, "Slut generalforsamlingen");
        assertThat(page.locator("main")).containsText("Intet kan ændres mere");
        assertThat(page.getByText("Ret resultatet")).hasCount(0);
        readable(page, "evening-chair-over");
    }

    private static Locator item(Page page, int number) {
        return page.locator("#punkt-" + number);
    }

    private static void decide(Locator item, How how) {
        Locator form = item.locator("details[open] form");
        form.getByText(how.danish()).click();
        press(form, "Skriv resultatet ned");
    }

    /** Of what is put now, which alone stands open. */
    private static void count(Locator asked, int votesFor, int against, int blank) {
        Locator item = asked.locator("details[open] form");
        item.getByText(How.HANDS.danish()).click();
        fill(item, "For", String.valueOf(votesFor));
        fill(item, "Imod", String.valueOf(against));
        fill(item, "Blanke", String.valueOf(blank));
        fill(item, "Stemmetæller 1", "Anne Holm");
        fill(item, "Stemmetæller 2", "Bo Dahl");
        press(item, "Skriv resultatet ned");
    }

    private static void fill(Locator item, String label, String text) {
        item.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(text);
    }

    private void open(Page page, String person) {
        openLink(page, port, story.code(Assemblies.LINK, person));
    }
}
