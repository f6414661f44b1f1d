package dk.klyngeflow.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form can do, in a real browser. */
@EnabledIf("dk.klyngeflow.pages.FakeTasklist#canRun")
class FormKitTest {

    private static final String START_FORM = "invoice-approval";

    private static FakeTasklist tasklist;

    @BeforeAll
    static void open() {
        tasklist = new FakeTasklist();
    }

    @AfterAll
    static void close() {
        tasklist.close();
    }

    @BeforeEach
    void reset() {
        tasklist.refusal = List.of();
        tasklist.givesMoneyBack = false;
        tasklist.holder = "";
        tasklist.help = "{\"members\": []}";
        tasklist.posted.clear();
        tasklist.askedOfKit.clear();
    }

    static Stream<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms/06-invoices"))) {
            return Stream.concat(
                    files.map(file -> file.getFileName().toString().replace(".html", "")),
                    Stream.of("plan-meeting", "record-meeting", "approve-minutes", "care-for-silent", "re-measure"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isShortAndHasNoFaultThatAxeFinds(String form) throws IOException {
        assertThat(Files.readAllLines(FakeTasklist.form(form))).hasSizeLessThanOrEqualTo(62);
        Page page = form.equals(START_FORM) ? tasklist.start(form) : tasklist.task(form);
        assertThat(faults(page)).isEmpty();
        List<Locator> choices = page.locator(".kf-card:visible input").all();
        for (Locator choice : choices) {
            choice.check();
        }
        if (!choices.isEmpty()) {
            assertThat(faults(page)).isEmpty();
        }
    }

    @Test
    void whatIsNotForHerIsSaidCalmly_withoutAnEmptyForm() {
        tasklist.holder = "Anne Holm";
        Page page = tasklist.unclaimed("check-invoice");
        assertThat(page.locator("form.kf").innerText().strip())
                .isEqualTo(
                        "Opgaven ligger hos Anne Holm. Det, den handler om, ser kun de, der kan løse den. Du skal ikke gøre noget.");
        assertThat(page.locator(".kf-alert")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({
        "'1.234,50', 123450",
        "1234, 123400",
        "1.234, 123400",
        "'0,5', 50",
        "'-3,05', -305",
        "'1 234,50 kr.', 123450"
    })
    void readsAmountsAsDanesWriteThem(String typed, int ore) {
        Page page = tasklist.task("check-invoice");
        assertThat(kit(page, "readMoney", typed)).isEqualTo(ore);
        assertThat(kit(page, "readMoney", "12.5")).isNull();
        assertThat(kit(page, "readMoney", "1,234.50")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "22.11.2026, 2026-11-22",
        "1/3-26, 2026-03-01",
        "29.2.2028, 2028-02-29",
        "29.2.2027,",
        "2026-11-22, 2026-11-22"
    })
    void readsDates(String typed, String iso) {
        Page page = tasklist.task("check-invoice");
        assertThat(kit(page, "readDate", typed)).isEqualTo(iso);
    }

    @Test
    void saysWhatIsWrongBesideTheFieldAndInAListAndSendsNothing() {
        Page page = tasklist.task("check-invoice");
        page.getByText("Ja, det er i orden").click();
        page.locator("[name=supplierName]").fill("");
        page.locator("[name=payable]").fill("3240.50");
        button(page).click();
        assertThat(page.locator(".kf-error:visible")).hasCount(2);
        assertThat(page.locator(".kf-alert li")).hasText(new String[] {
            "Udfyld „Leverandør“.", "Beløb i alt: Skriv beløbet i kroner og øre, fx 1.234,50."
        });
        assertThat(page.evaluate("submits")).isEqualTo(0);
        page.locator(".kf-alert a").first().click();
        assertThat(page.locator("[name=supplierName]")).isFocused();
    }

    @Test
    void sendsMoneyAsOreAndDatesAsIsoOnceHoweverOftenTheButtonIsPressed() {
        Page page = tasklist.task("check-invoice");
        assertThat(button(page)).hasText("Videre");
        page.getByText("Ja, det er i orden").click();
        assertThat(button(page)).hasText("Godkend og send videre");
        page.locator("[name=payable]").fill("3.240,5");
        page.locator("[name=dueDate]").fill("8/12-26");
        page.evaluate(
                "() => { const b = document.querySelector('.btn-primary'); b.click(); b.disabled = false; b.click(); }");
        page.waitForFunction("outcome.includes('ok')");
        assertThat(page.evaluate("submits")).isEqualTo(1);
        Map<?, ?> sent = (Map<?, ?>) page.evaluate("sent");
        assertThat((Object) sent.get("payable")).isEqualTo(List.of(324050, "Long"));
        assertThat((Object) sent.get("dueDate")).isEqualTo(List.of("2026-12-08", "String"));
        assertThat((Object) sent.get("payByTransfer")).isEqualTo(List.of(true, "Boolean"));
        assertThat(sent.containsKey("question")).isFalse();
    }

    @Test
    void nobodyIsAskedHowACreditNoteIsPaid() {
        assertThat(tasklist.task("check-invoice")
                        .getByText("Hvordan betales det?")
                        .first())
                .isVisible();
        assertThat(tasklist.task("approve-as-coordinator")
                        .getByText("Betales til")
                        .first())
                .isVisible();

        tasklist.givesMoneyBack = true;
        Page check = tasklist.task("check-invoice");
        assertThat(check.getByText("En kreditnota skal ikke betales.").first()).isVisible();
        assertThat(check.getByText("Hvordan betales det?").first()).isHidden();
        Page approve = tasklist.task("approve-as-coordinator");
        assertThat(approve.getByText("klyngen skal ikke betale noget").first()).isVisible();
        assertThat(approve.getByText("Betales til").first()).isHidden();
        assertThat(approve.getByText("Betales senest").first()).isHidden();
    }

    @Test
    void showsWhatTheServerRefusesAndLosesNothing() {
        Page page = tasklist.task("approve-as-coordinator");
        page.getByText("Send tilbage til sekretæren").click();
        page.locator("[name=comment]:visible").fill("Forkert konto");
        tasklist.refusal = List.of("Bilaget er ændret.", "Genindlæs siden.");
        button(page).click();
        assertThat(page.locator(".kf-alert li")).hasCount(2);
        assertThat(page.locator("[name=comment]:visible")).hasValue("Forkert konto");
        assertThat(page.evaluate("submits")).isEqualTo(0);
        tasklist.refusal = List.of();
        page.evaluate("engineError = new Error('Cannot submit task form t1: task is null')");
        button(page).click();
        assertThat(page.locator(".kf-alert")).containsText("Det lykkedes ikke");
        assertThat(page.locator("[name=comment]:visible")).hasValue("Forkert konto");
    }

    @Test
    void keepsWhatWasTypedWhenAnotherTaskIsLookedAt() {
        Page page = tasklist.task("await-answer");
        page.getByText("Ja", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("textarea[name=answer]").fill("Fjorten deltagere");
        page.waitForFunction("Object.values(sessionStorage).join().includes('Fjorten')");
        page.reload();
        assertThat(page.locator("textarea[name=answer]")).hasValue("Fjorten deltagere");
    }

    @Test
    void canBeReadButNotAnsweredBeforeItIsTaken() {
        Page page = tasklist.unclaimed("approve-as-board");
        assertThat(page.locator(".kf-locked")).isVisible();
        assertThat(page.locator(".kf-card input").first()).isDisabled();
        page.locator("[aria-label='Næste side']").click();
        assertThat(page.locator(".kf-page")).hasText("Side 2 af 3");
        page.evaluate("document.querySelector('.disabled-form').classList.remove('disabled-form')");
        assertThat(page.locator(".kf-card input").first()).isEnabled();
        assertThat(page.locator(".kf-locked")).isHidden();
    }

    @Test
    void turnsThePagesOfTheDocumentByKey() {
        Page page = tasklist.task("approve-as-board");
        page.locator(".kf-paper").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".kf-page")).hasText("Side 3 af 3");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".kf-page")).hasText("Side 2 af 3");
    }

    @Test
    void takesAFileAndSaysWhatItIs(@TempDir Path folder) throws IOException {
        Page page = tasklist.start(START_FORM);
        page.getByText("En regning", new Page.GetByTextOptions().setExact(true)).click();
        Locator file = page.locator("input[type=file]").first();
        file.setInputFiles(new FilePayload("brev.docx", "application/zip", new byte[10]));
        assertThat(page.locator(".kf-error:visible")).containsText("PDF eller XML");
        file.setInputFiles(Files.write(folder.resolve("stor.pdf"), new byte[10 * 1024 * 1024 + 1]));
        assertThat(page.locator(".kf-error:visible")).containsText("højst fylde 10 MB");
        file.setInputFiles(new FilePayload("f.xml", "text/xml", "<Invoice/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("„f.xml“ er modtaget.")).isVisible();
        assertThat(page.getByText("Kantinen ApS")).isVisible();
        button(page).click();
        page.waitForFunction("outcome.includes('ok')");
        assertThat(page.evaluate("sent"))
                .isEqualTo(
                        Map.of("documentId", List.of("d9", "String"), "clusterId", List.of("nordklyngen", "String")));
    }

    @Test
    void ticksPeopleAndCountsThem() {
        Page page = tasklist.task("record-meeting");
        assertThat(page.locator("kf-checks [role=status]")).hasText("2 af 3 er krydset af.");
        page.getByLabel("Mads Enevold").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("kf-checks [role=status]")).hasText("3 af 3 er krydset af.");
        page.getByLabel("Karen Holmgård").uncheck();
        page.waitForFunction("Object.values(sessionStorage).join().includes('ticked')");
        page.reload();
        assertThat(page.locator("kf-checks [role=status]")).hasText("2 af 3 er krydset af.");
        button(page).click();
        page.waitForFunction("outcome.includes('ok')");
        Map<?, ?> sent = (Map<?, ?>) page.evaluate("sent");
        assertThat((Object) sent.get("attended")).isEqualTo(List.of("formand,medlem", "String"));
        assertThat((Object) sent.get("noteTaker")).isEqualTo(List.of("formand", "String"));
    }

    @Test
    void picksDaysInTheCalendarByKey() {
        Page page = tasklist.task("plan-meeting");
        Locator lines = page.getByLabel("Datoer at spørge om");
        Locator month = page.locator("kf-dates .kf-month strong");
        page.getByLabel("Sted, hvis givet").focus();
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Forrige måned")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(month).hasText("marts 2030");
        assertThat(page.getByLabel("Næste måned")).isFocused();

        page.keyboard().press("Tab");
        assertThat(day(page, "fredag den 1. marts 2030")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(month).hasText("februar 2030");
        assertThat(day(page, "fredag den 22. februar 2030")).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(lines).hasValue("tirsdag 12.02.2030 19.00\nonsdag 20.02.2030 19.00\ntorsdag 21.02.2030 19.00");
        assertThat(day(page, "torsdag den 21. februar 2030")).isFocused();
        assertThat(day(page, "torsdag den 21. februar 2030")).hasAttribute("aria-pressed", "true");

        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Space");
        assertThat(lines).hasValue("tirsdag 12.02.2030 19.00\ntorsdag 21.02.2030 19.00");
        button(page).click();
        page.waitForFunction("outcome.includes('ok')");
        Map<?, ?> sent = (Map<?, ?>) page.evaluate("sent");
        assertThat((Object) sent.get("times"))
                .isEqualTo(List.of("tirsdag 12.02.2030 19.00\ntorsdag 21.02.2030 19.00", "String"));
    }

    @Test
    void hasTheTopicWithMostVotesChosen() {
        Page page = tasklist.task("plan-meeting");
        assertThat(page.locator("kf-select select").first()).hasValue("t2");
        assertThat(page.getByLabel("Emne, du selv skriver")).isHidden();
    }

    @Test
    void picksDaysInTheCalendarOnAPhone() {
        Page page = tasklist.task("plan-meeting");
        page.setViewportSize(390, 844);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing is to be pushed aside")
                .isLessThanOrEqualTo(390);
        BoundingBox calendar = page.locator("kf-dates").boundingBox();
        assertThat(calendar.x + calendar.width).isLessThanOrEqualTo(390);
        BoundingBox valentine = day(page, "torsdag den 14. februar 2030").boundingBox();
        assertThat(Math.min(valentine.width, valentine.height))
                .as("room for a finger")
                .isGreaterThanOrEqualTo(34);
        day(page, "torsdag den 14. februar 2030").click();
        assertThat(page.getByLabel("Datoer at spørge om")).hasValue(Pattern.compile("torsdag 14\\.02\\.2030 19\\.00$"));
        assertThat(faults(page)).isEmpty();
    }

    private static Locator day(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void asksForAtLeastOneTick() {
        Page page = tasklist.task("record-meeting");
        page.locator(".kf-check input:checked").first().uncheck();
        page.locator(".kf-check input:checked").first().uncheck();
        button(page).click();
        assertThat(page.locator("kf-checks .kf-error")).hasText("Kryds af, hvem der kom.");
        assertThat(page.evaluate("submits")).isEqualTo(0);
    }

    @Test
    void addsAndRemovesRowsByKey_andSendsThemWithIsoDates() {
        Page page = tasklist.task("record-meeting");
        Locator rows = page.locator(".kf-line");
        assertThat(rows).hasCount(1);
        page.getByText("Tilføj en aftale").press("Enter");
        assertThat(rows).hasCount(2);
        Locator second = page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName("Aftale 2").setExact(true));
        assertThat(second.getByLabel("Hvad")).isFocused();
        page.keyboard().type("Ring til Ærø Apotek");
        page.keyboard().press("Enter");
        assertThat(rows).hasCount(3);
        button(page).click();
        assertThat(page.locator("kf-rows .kf-error")).hasText("Aftale 2: Udfyld „Hvem“.");
        assertThat(second.getByLabel("Hvem")).isFocused();
        second.getByLabel("Hvem").selectOption("medlem");
        second.getByLabel("Senest").fill("1/12-26");
        page.locator("[aria-label='Fjern aftale 1']").press("Enter");
        assertThat(rows).hasCount(2);
        assertThat(page.locator("[aria-label='Fjern aftale 1']")).isFocused();
        assertThat(faults(page)).isEmpty();
        button(page).click();
        page.waitForFunction("outcome.includes('ok')");
        Map<?, ?> sent = (Map<?, ?>) page.evaluate("sent");
        assertThat((Object) sent.get("items"))
                .isEqualTo(List.of(
                        "[{\"text\":\"Ring til Ærø Apotek\",\"owner\":\"medlem\",\"due\":\"2026-12-01\"}]", "String"));
    }

    @Test
    void fillsInFixedRowsAndSendsWhatBelongsToEach() {
        Page page = tasklist.task("care-for-silent");
        assertThat(page.locator(".kf-line")).hasCount(2);
        assertThat(page.getByText("Fjern")).hasCount(0);
        page.getByLabel("Har I talt sammen?").first().selectOption("YES");
        button(page).click();
        assertThat(page.locator("kf-rows .kf-error")).hasText("Medlem 2: Udfyld „Har I talt sammen?“.");
        page.getByLabel("Har I talt sammen?").last().selectOption("NO");
        page.getByLabel("Bemærkning").first().fill("Kommer næste gang");
        page.waitForFunction("Object.values(sessionStorage).join().includes('næste gang')");
        page.reload();
        assertThat(page.getByLabel("Bemærkning").first()).hasValue("Kommer næste gang");
        button(page).click();
        page.waitForFunction("outcome.includes('ok')");
        Map<?, ?> sent = (Map<?, ?>) page.evaluate("sent");
        assertThat((Object) sent.get("calls"))
                .isEqualTo(List.of(
                        "[{\"person\":\"m7\",\"spoken\":\"YES\",\"note\":\"Kommer næste gang\"},"
                                + "{\"person\":\"m8\",\"spoken\":\"NO\",\"note\":\"\"}]",
                        "String"));
    }

    @Test
    void givesTheTaskToAColleague() {
        Page page = tasklist.task("confirm-payment");
        page.getByText("Delegér …").click();
        page.locator(".kf-panel select").selectOption("kasserer");
        page.waitForResponse(
                "**/delegate", () -> page.getByText("Giv opgaven videre").click());
        assertThat(tasklist.posted).contains(Map.entry("/api/tasks/t1/delegate", "{\"to\":\"kasserer\"}"));
        page.waitForFunction("left.includes('taskList')");
    }

    @Test
    void asksAMemberWhoHasNoLogIn() {
        tasklist.help = "{\"members\": [{\"id\": \"m7\", \"name\": \"Anders Bækgaard\"}]}";
        Page page = tasklist.task("confirm-payment");
        page.getByText("Delegér …").click();
        page.locator(".kf-panel select").selectOption("m7");
        page.getByLabel("Hvad vil du gerne have hjælp til? (valgfrit)").fill("Er prisen rimelig?");
        assertThat(faults(page)).isEmpty();
        page.waitForResponse(
                "**/help", () -> page.getByText("Send til medlemmet").click());
        assertThat(tasklist.posted)
                .contains(Map.entry("/api/tasks/t1/help", "{\"to\":\"m7\",\"question\":\"Er prisen rimelig?\"}"));
    }

    @Test
    void showsWhatAMemberProposesAboveTheForm() {
        tasklist.help = """
                {"members": [], "asked": {"name": "Anders Bækgaard", "state": "ANSWERED", "since": "2026-11-22T10:00:00Z",
                 "question": "Er prisen rimelig?", "answer": "Ja, <b>helt</b> fin.", "file": {"url": "/f", "name": "pris.pdf"},
                 "mayTakeBack": false}}""";
        Page page = tasklist.task("confirm-payment");
        assertThat(page.locator(".kf-asked")).containsText("Anders Bækgaard har svaret 22.11.2026");
        assertThat(page.locator(".kf-asked")).containsText("Ja, <b>helt</b> fin.");
        assertThat(page.locator(".kf-asked a")).hasText("pris.pdf");
        assertThat(page.getByText("Tag spørgsmålet tilbage")).hasCount(0);
        assertThat(faults(page)).isEmpty();
    }

    @Test
    void takesBackWhatAMemberWasAsked() {
        tasklist.help = """
                {"members": [], "asked": {"name": "Anders Bækgaard", "state": "WAITING", "since": "2026-11-22T10:00:00Z",
                 "question": "", "mayTakeBack": true}}""";
        Page page = tasklist.task("confirm-payment");
        page.waitForResponse(
                "**/take-back", () -> page.getByText("Tag spørgsmålet tilbage").click());
        assertThat(tasklist.posted).contains(Map.entry("/api/tasks/t1/help/take-back", "{}"));
    }

    @Test
    void asksOnceWhetherTheKitHasChangedWhenAFurtherFormIsOpened() {
        tasklist.task("approve-as-board");
        tasklist.askedOfKit.clear();
        Page page = tasklist.task("plan-meeting");
        assertThat(tasklist.askedOfKit).containsExactly("304 /forms-kit/form-kit.js");

        page.evaluate("import('/forms-kit/form-kit.js').then(kit => kit.open(camForm))");
        assertThat(tasklist.askedOfKit)
                .as("in the same page it is not even asked")
                .hasSize(1);
    }

    private static Locator button(Page page) {
        return page.locator(".btn-primary");
    }

    private static Object kit(Page page, String function, String text) {
        return page.evaluate(
                "([f, text]) => import('/forms-kit/form-kit.js').then(kit => kit[f](text))", List.of(function, text));
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(
                                true) // there are no frames; without it a second page is opened to sum up each time
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + " " + rule.getImpact() + " "
                                + rule.getNodes().get(0).getHtml())
                        .toList();
    }
}
