package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What people do and see on a page, whatever it is about. */
public final class OnScreen {

    private OnScreen() {}

    /** Opens a personal link afresh, as from a mail. */
    public static void openLink(Page page, int port, String code) {
        page.navigate("about:blank");
        page.navigate("http://localhost:" + port + "/svar#" + code);
        page.waitForURL(url -> url.contains("/svar/"));
    }

    public static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING).first();
    }

    public static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, Chromium.named(button)).click();
    }

    public static void press(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Takes its picture, and sees that it is no wider than the screen and that everybody can use it. */
    public static void readable(Page page, String picture) {
        Chromium.picture(page, picture);
        fits(page, picture);
    }

    public static void fits(Page page, String name) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits")
                .isEqualTo(true);
        assertThat(Chromium.faults(page, "main")).as(name).isEmpty();
    }
}
