package dk.klyngeflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;

/** What somebody does in the real Tasklist, in the words that stand on its buttons. */
public final class Tasklist implements AutoCloseable {

    /** The kit has drawn the form: before that there is text, and nothing that a click reaches. */
    private static final String READY = "form.kf:not(.kf-loading):has(.kf-alert)";

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(Complete|Save|Cancel|Claim|Unclaim|Start process|Filter|Due date|Follow[- ]up|Loading|Error|undefined|NaN|null)\\b|\\$\\{");

    private final BrowserContext context;
    private final Page page;

    public Tasklist(Chromium chromium, int port, String person) {
        context = chromium.tasklist(port, person);
        page = context.pages().get(0);
    }

    private Tasklist(BrowserContext context) {
        this.context = context;
        page = context.pages().get(0);
        assertThat(page.getByText("Start ny sag")).isVisible();
    }

    /** Who comes to the start page when she has logged in, and goes to Tasklist from there. */
    public static Tasklist ofAdministrator(Chromium chromium, int port) {
        return new Tasklist(chromium.login(port, "admin", "admin", "/camunda/app/tasklist/default/"));
    }

    public Page page() {
        return page;
    }

    public void start(String process) {
        page.getByText("Start ny sag").click();
        page.locator(".modal-content").getByText(process).first().click();
        isReady();
    }

    /** Her own when she alone holds the duty, else one of her role's that she takes first. */
    public void open(Task task) {
        boolean isHers = task.getAssignee() != null;
        if (!isHers) {
            page.getByText("Min rolles opgaver").click();
        }
        page.getByText(task.getName()).first().click();
        if (!isHers) {
            page.getByText("Tag opgaven")
                    .or(page.getByText("Påtag dig"))
                    .first()
                    .click();
        }
        isReady();
    }

    public void isReady() {
        assertThat(page.locator(READY)).isVisible();
        assertThat(ENGLISH.matcher(page.locator("form.kf").innerText())
                        .results()
                        .toList())
                .as(page.locator("form.kf").innerText())
                .isEmpty();
    }

    public void choose(String answer) {
        page.locator("form.kf")
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    public void write(String label, String text) {
        page.locator("form.kf").getByLabel(label).first().fill(text);
    }

    /** Lays a file in the visible upload of that label, and waits until the server has it. */
    public void upload(String label, String fileName, byte[] content) {
        Locator files = page.locator("form.kf").getByLabel(label + ": vælg fil").first();
        // the browser's own button speaks the browser's language: it is not seen, and ours stands in its place
        assertThat(page.locator("html")).hasAttribute("lang", "da");
        assertThat(files).hasCSS("opacity", "0");
        assertThat(page.locator("form.kf .kf-choose:visible").first()).hasText("Vælg fil");
        files.setInputFiles(
                new FilePayload(fileName, fileName.endsWith(".xml") ? "text/xml" : "application/pdf", content));
        assertThat(page.locator("form.kf").getByText(fileName).first()).isVisible();
        assertThat(page.locator("form.kf progress:visible")).hasCount(0);
    }

    /** The form goes, because it was taken. */
    public void send(String button) {
        page.getByRole(AriaRole.BUTTON, Chromium.named(button)).click();
        assertThat(page.locator("form.kf")).hasCount(0);
    }

    public List<String> faults() {
        return Chromium.faults(page, "form.kf");
    }

    @Override
    public void close() {
        context.close();
    }
}
