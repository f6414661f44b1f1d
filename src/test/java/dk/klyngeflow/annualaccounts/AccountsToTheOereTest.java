package dk.klyngeflow.annualaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.accounts.YearClosing;
import dk.klyngeflow.accounts.YearFigures;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.PaymentMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the annual accounts say besides result and balance, to the øre: accruals, budget, last year, notes, the bundle and the spreadsheet. */
@KlyngeflowTest
class AccountsToTheOereTest {

    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    @Autowired
    DemoCluster everybody;

    @Autowired
    TestClock clock;

    @Autowired
    AccountsOfYear accounts;

    @Autowired
    AccountsPaper papers;

    @Autowired
    AnnualNotes notes;

    @Autowired
    LatePostings late;

    @Autowired
    VoucherBundle bundle;

    @Autowired
    Ledger ledger;

    @Autowired
    Budgets budgets;

    @Autowired
    YearClosing closing;

    @Autowired
    YearFigures figures;

    @Autowired
    Documents documents;

    @Autowired
    PdfMaker pdfMaker;

    String cluster = "";

    @BeforeEach
    void aCluster() {
        cluster = "oere" + CLUSTERS.incrementAndGet() + "x" + Long.toString(System.nanoTime(), 36);
        everybody.open(cluster, cluster + "-", PaymentMode.OWN_ACCOUNT);
        clock.set(Instant.parse("2027-01-10T09:00:00Z"));
    }

    private Voucher post(String day, String debit, String credit, long oere, String text) {
        return post(day, debit, credit, oere, text, "test:" + day + text + oere, null);
    }

    private Voucher post(
            String day, String debit, String credit, long oere, String text, String key, @Nullable String document) {
        return ledger.post(new Posting(
                cluster,
                LocalDate.parse(day),
                text,
                key,
                document,
                cluster + "-sekretaer",
                List.of(Line.debit(debit, oere), Line.credit(credit, oere))));
    }

    private void isLocked(int year) {
        accounts.begin(cluster, year);
        closing.lock(cluster, year, cluster + "-kasserer", "Afstemt på papir");
    }

    private AccountsPaper.Line line(List<AccountsPaper.Line> lines, String begins) {
        return lines.stream()
                .filter(each -> each.account().startsWith(begins))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + begins + " among " + lines));
    }

    // accruals

    @Test
    void whatIsPaidForNextYearIsNextYearsExpense() {
        post("2026-12-01", "4300", "5800", 1_200_001, "Licens 1. december til 30. november");
        isLocked(2026);
        LatePostings.Late eleven =
                new LatePostings.Late("5700", "4300", 1_100_001, "Licens for 2027", "Hører til 2027", true);
        Voucher posted = late.post(cluster, 2026, eleven, 1, cluster + "-kasserer");
        late.post(cluster, 2026, eleven, 1, cluster + "-kasserer");

        assertThat(posted.label()).isEqualTo("2026-2");
        assertThat(posted.date()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(ledger.vouchers(cluster, 2026))
                .as("sent twice from one page, posted once")
                .hasSize(2);
        assertThat(figures.of(cluster, 2026).expenses()).isEqualTo(100_000);
        assertThat(figures.of(cluster, 2026).assets()).containsEntry("5700", 1_100_001L);
        assertThat(figures.opening(cluster, 2027)).containsEntry("5700", 1_100_001L);
        Voucher back = ledger.vouchers(cluster, 2027).get(0);
        assertThat(back.date()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(back.text()).contains("Periodeafgrænsning fra bilag 2026-2");
        assertThat(figures.of(cluster, 2027).byAccount()).containsEntry("4300", 1_100_001L);
        assertThat(ledger.balances(cluster, LocalDate.of(2027, 1, 1))).containsEntry("5700", 0L);
    }

    @Test
    void whatIsOwedForThisYearIsThisYearsExpense() {
        post("2026-06-01", "5800", "1100", 500_000, "Midler");
        isLocked(2026);
        late.post(
                cluster,
                2026,
                new LatePostings.Late("4500", "6700", 123_457, "Revision af 2026", "Regningen kommer i marts", true),
                1,
                cluster + "-kasserer");
        assertThat(figures.of(cluster, 2026).result()).isEqualTo(500_000 - 123_457);
        assertThat(figures.of(cluster, 2026).debts()).containsEntry("6700", 123_457L);
        assertThat(figures.of(cluster, 2027).byAccount())
                .as("so that the bill of March comes to nothing")
                .containsEntry("4500", -123_457L);
        assertThat(papers.paper(cluster, 2026, 1).balance().debts())
                .anyMatch(each -> each.account().startsWith("6700") && each.oere() == 123_457);
    }

    // budget and last year

    @Test
    void budgetAndLastYearStandBesideEachFigureAndAddUp() {
        post("2025-02-01", "5800", "1100", 700_007, "Midler");
        post("2025-05-01", "2100", "5800", 98_765, "Leje");
        post("2025-06-01", "2400", "5800", 11_111, "Tryk");
        isLocked(2025);
        closing.close(cluster, 2025, "generalforsamling");
        post("2026-02-01", "5800", "1100", 800_008, "Midler");
        post("2026-05-01", "2100", "5800", 123_457, "Leje");
        post("2026-06-01", "2200", "5800", 20_003, "Kaffe");
        budgets.set(cluster, "1100", 2026, 800_000, "test");
        budgets.set(cluster, "2100", 2026, 150_000, "test");
        budgets.set(cluster, "2300", 2026, 60_000, "test");

        AccountsPaper.Paper paper = papers.paper(cluster, 2026, 1);
        assertThat(paper.hasBefore()).isTrue();
        assertThat(line(paper.result(), "2100")).isEqualTo(of(paper, "2100", 123_457, 150_000L, 98_765L));
        assertThat(line(paper.result(), "2200"))
                .as("no budget, nothing last year")
                .isEqualTo(of(paper, "2200", 20_003, null, 0L));
        assertThat(line(paper.result(), "2300")).as("budget only").isEqualTo(of(paper, "2300", 0, 60_000L, 0L));
        assertThat(line(paper.result(), "2400")).as("last year only").isEqualTo(of(paper, "2400", 0, null, 11_111L));
        AccountsPaper.Line expenses = line(paper.result(), "Udgifter i alt");
        assertThat(Arrays.asList(expenses.oere(), expenses.budget(), expenses.before()))
                .containsExactly(143_460L, 210_000L, 109_876L);
        AccountsPaper.Line result = line(paper.result(), "Årets resultat");
        assertThat(Arrays.asList(result.oere(), result.budget(), result.before()))
                .containsExactly(656_548L, 590_000L, 590_131L);
        assertThat(line(paper.balance().assets(), "5800")).isEqualTo(of(paper, "5800", 1_246_679, null, 590_131L));
        AccountsPaper.Line equity = line(paper.balance().debts(), "Egenkapital ultimo");
        assertThat(Arrays.asList(equity.oere(), equity.before())).containsExactly(1_246_679L, 590_131L);

        ledger.reverse(cluster, ledger.vouchers(cluster, 2025).get(1).id(), "Forkert", cluster + "-kasserer");
        assertThat(line(papers.paper(cluster, 2026, 2).result(), "2100").before())
                .as("last year is what was approved")
                .isEqualTo(98_765L);
    }

    private AccountsPaper.Line of(
            AccountsPaper.Paper paper, String number, long oere, @Nullable Long budget, @Nullable Long before) {
        String label = java.util.stream.Stream.of(
                        paper.result(),
                        paper.balance().assets(),
                        paper.balance().debts())
                .flatMap(List::stream)
                .map(AccountsPaper.Line::account)
                .filter(each -> each.startsWith(number))
                .findFirst()
                .orElseThrow();
        return new AccountsPaper.Line(label, oere, budget, before, false);
    }

    @Test
    void aFirstYearHasNoLastOneAndSaysSo() {
        post("2026-08-15", "5800", "1100", 100_003, "Midler");
        AccountsPaper.Paper paper = papers.paper(cluster, 2026, 1);
        assertThat(paper.hasBefore()).isFalse();
        assertThat(paper.result()).allMatch(each -> each.before() == null && each.budget() == null);
        assertThat(said("Om perioden"))
                .anyMatch(each -> each.contains("ingen tal fra året før"))
                .anyMatch(each -> each.contains("begynder den 15. august 2026"));
    }

    // notes

    private List<String> said(String title) {
        return notes.of(cluster, 2026, false).stream()
                .filter(note -> note.title().startsWith(title))
                .findFirst()
                .map(AnnualNotes.Note::lines)
                .orElse(List.of());
    }

    @Test
    void notesAreMadeOfWhatIsPosted() {
        post("2026-03-01", "3100", "5800", 1_286_424, "Honorar forår");
        Voucher wrong = post("2026-04-01", "3100", "5800", 53_601, "Honorar, forkert");
        ledger.undo(cluster, wrong.id(), "Dobbelt", cluster + "-kasserer");
        post("2026-05-01", "3200", "6800", 35_734, "Honorar bestyrelse", "invoice:F2026-0001:1", null);
        post("2026-06-01", "6800", "5800", 20_000, "Betaling", "settlement:F2026-0001:1", null);
        post("2026-11-01", "2200", "6800", 312_550, "Caféen", "invoice:F2026-0002:1", null);
        Voucher rent = post("2026-12-01", "2100", "5800", 77_701, "Leje i december");
        isLocked(2026);
        late.post(
                cluster,
                2026,
                new LatePostings.Late("2400", "5800", 1_001, "Tryk", "Regningen kom i januar", false),
                1,
                cluster + "-kasserer");
        ledger.reverse(cluster, rent.id(), "Betalt to gange", cluster + "-sekretaer");
        accounts.write(
                cluster,
                2026,
                "Klyngen er flyttet til nye lokaler.",
                "Retssag om depositum.\nTilskud kan blive krævet tilbage.");

        assertThat(said("Honorarer efter post"))
                .containsExactly(
                        "Koordinator: " + Money.kroner(1_286_424),
                        "Bestyrelse og arbejdsgrupper: " + Money.kroner(35_734));
        assertThat(said("6800"))
                .containsExactlyInAnyOrder(
                        "Bilag 2026-4, Honorar bestyrelse: " + Money.kroner(15_734),
                        "Bilag 2026-6, Caféen: " + Money.kroner(312_550));
        assertThat(notes.of(cluster, 2026, false))
                .extracting(AnnualNotes.Note::title)
                .contains("6800 Kreditorer: " + Money.kroner(328_284));
        assertThat(said("Efterposteringer"))
                .as("and not what was taken back before the lock")
                .containsExactly("Bilag 2026-8, Tryk: " + Money.kroner(1_001) + " Begrundelse: Regningen kom i januar");
        assertThat(said("Begivenheder efter årets slutning"))
                .hasSize(2)
                .anyMatch(each -> each.contains("vedr. bilag 2026-7") && each.contains(Money.kroner(77_701)))
                .contains("Klyngen er flyttet til nye lokaler.");
        assertThat(said("Forbehold")).containsExactly("Retssag om depositum.", "Tilskud kan blive krævet tilbage.");
    }

    // papers

    @Test
    void allVouchersAreOneFileInTheOrderOfTheirNumbers() throws IOException {
        String second = documents
                .store(cluster, "to.pdf", pdf("Regning fra Caféen"), cluster + "-sekretaer")
                .id();
        String first = documents
                .store(cluster, "et.pdf", pdf("Regning fra Lokalhuset"), cluster + "-sekretaer")
                .id();
        post("2026-03-01", "2100", "5800", 100_001, "Leje", "test:1", first);
        post("2026-03-02", "4400", "5800", 3_125, "Gebyr");
        post("2026-03-03", "2200", "5800", 50_002, "Kaffe", "test:2", second);

        byte[] all = bundle.of(cluster, 2026);
        try (PDDocument document = Loader.loadPDF(all)) {
            String text = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
            assertThat(text).contains("1.000,01", "31,25", "500,02");
            assertThat(text.indexOf("Bilagsliste 2026")).isLessThan(text.indexOf("Regning fra Lokalhuset"));
            assertThat(text.indexOf("Regning fra Lokalhuset"))
                    .isPositive()
                    .isLessThan(text.indexOf("Regning fra Caféen"));
        }
    }

    private byte[] pdf(String text) {
        return pdfMaker.pdf("unreadable-part", Map.of("title", text, "reason", "Prøve"));
    }

    @Test
    void theSpreadsheetCanBeReckonedWithAndRunsNothing() throws IOException {
        post("2026-03-01", "2100", "5800", 123_457, "Leje");
        budgets.set(cluster, "2100", 2026, 150_001, "test");
        accounts.begin(cluster, 2026);
        accounts.write(cluster, 2026, "=HYPERLINK(\"http://x\")\n+1+1\n-2+3", "@SUM(A1)");

        byte[] xlsx = papers.xlsx(papers.paper(cluster, 2026, 1));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            Row rent = workbook.findSheet("Resultat").orElseThrow().read().stream()
                    .filter(row -> row.getCellText(0).startsWith("2100"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rent.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("1234.57");
            assertThat(rent.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("1500.01");
            List<Row> said = workbook.findSheet("Noter").orElseThrow().read();
            assertThat(said.stream().map(row -> row.getCellText(1)))
                    .contains("'=HYPERLINK(\"http://x\")", "'+1+1", "'-2+3", "'@SUM(A1)");
            assertThat(said)
                    .allMatch(
                            row -> row.stream().noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA));
        }
    }
}
