package dk.klyngeflow;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/** What somebody's hands do in a browser: every press of a pointer or a key that really happens, on every page she opens. */
public final class Hands {

    private static final String LISTEN = """
            for (const press of ['pointerdown', 'keydown']) {
              window.addEventListener(press, event => event.isTrusted && window.klyngeflowPressed(press), true);
            }""";

    private final AtomicInteger clicks = new AtomicInteger();
    private final AtomicInteger keys = new AtomicInteger();

    /** From now on, on the page that is open and on all that follow. */
    public void watch(BrowserContext context) {
        context.exposeBinding("klyngeflowPressed", (source, arguments) -> {
            (arguments[0].equals("keydown") ? keys : clicks).incrementAndGet();
            return null;
        });
        context.addInitScript(LISTEN);
        context.pages().forEach(page -> page.evaluate(LISTEN));
    }

    /** Letter for letter, as fingers do. */
    public void type(Page page, String label, String text) {
        page.getByLabel(label).first().click();
        page.keyboard().type(text);
    }

    public int clicks() {
        return clicks.get();
    }

    public int keys() {
        return keys.get();
    }
}
