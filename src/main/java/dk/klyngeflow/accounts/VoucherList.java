package dk.klyngeflow.accounts;

import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.documents.Spreadsheets;
import dk.klyngeflow.documents.Spreadsheets.Oere;
import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Clusters;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The vouchers of a year for people: on a page, as PDF and as a spreadsheet that can be reckoned with. */
@Component
public class VoucherList {

    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;

    private final Ledger ledger;
    private final ChartOfAccounts chart;
    private final Budgets budgets;
    private final AccountingYears years;
    private final Clusters clusters;
    private final BookYears books;
    private final PdfMaker pdfMaker;
    private final Spreadsheets spreadsheets;
    private final CopenhagenTime time;

    VoucherList(
            Ledger ledger,
            ChartOfAccounts chart,
            Budgets budgets,
            AccountingYears years,
            Clusters clusters,
            BookYears books,
            PdfMaker pdfMaker,
            Spreadsheets spreadsheets,
            CopenhagenTime time) {
        this.ledger = ledger;
        this.chart = chart;
        this.budgets = budgets;
        this.years = years;
        this.clusters = clusters;
        this.books = books;
        this.pdfMaker = pdfMaker;
        this.spreadsheets = spreadsheets;
        this.time = time;
    }

    /** Vouchers with what their ids stand for. */
    record Content(List<Voucher> vouchers, Map<String, String> labels) {

        /** The label of a voucher; one that is in another year is found by its id only. */
        @Nullable
        String labelOf(@Nullable String voucherId) {
            return voucherId == null ? null : labels.getOrDefault(voucherId, voucherId);
        }
    }

    /** One line as a person reads it; the first line of a voucher has its number, day and text. */
    record Row(
            String voucherId,
            String label,
            String day,
            String text,
            String account,
            String debit,
            String credit,
            boolean first) {}

    /** As it is printed. */
    record Paper(
            String cluster,
            int year,
            boolean closed,
            String today,
            int count,
            List<Row> rows,
            String total,
            List<BudgetLine> budget) {}

    Content content(String clusterId, int year) {
        List<Voucher> vouchers = ledger.vouchers(clusterId, year);
        Map<String, String> labels = new HashMap<>();
        for (Voucher voucher : vouchers) {
            labels.put(voucher.id(), voucher.label());
        }
        for (Voucher voucher : vouchers) {
            for (String other : Arrays.asList(voucher.reverses(), voucher.reversedBy())) {
                if (other != null && !labels.containsKey(other)) {
                    ledger.find(clusterId, other).ifPresent(found -> labels.put(found.id(), found.label()));
                }
            }
        }
        return new Content(vouchers, labels);
    }

    /** Who posted them, by id. */
    Map<String, String> names(Content content) {
        Map<String, String> names = new HashMap<>();
        content.vouchers().forEach(voucher -> names.computeIfAbsent(voucher.postedBy(), books::nameOf));
        return names;
    }

    Map<String, String> accountNames(String clusterId) {
        Map<String, String> names = new LinkedHashMap<>();
        chart.accounts(clusterId).forEach(account -> names.put(account.number(), account.name()));
        return names;
    }

    List<Row> rows(Content content, Map<String, String> accountNames) {
        List<Row> rows = new ArrayList<>();
        for (Voucher voucher : content.vouchers()) {
            boolean first = true;
            for (Line line : voucher.lines()) {
                rows.add(new Row(
                        voucher.id(),
                        voucher.label(),
                        voucher.date().format(DAY),
                        first ? voucher.text() : line.text() == null ? "" : line.text(),
                        (line.account() + " " + accountNames.getOrDefault(line.account(), "")).strip(),
                        line.debitOere() == 0 ? "" : Money.format(line.debitOere()),
                        line.creditOere() == 0 ? "" : Money.format(line.creditOere()),
                        first));
                first = false;
            }
        }
        return rows;
    }

    /** All vouchers of the year with their lines, and the budget against what was spent. */
    public byte[] pdf(String clusterId, int year) {
        Content content = content(clusterId, year);
        return pdfMaker.pdf(
                "voucher-list",
                new Paper(
                        clusters.get(clusterId).name(),
                        year,
                        years.isClosed(clusterId, year),
                        time.today().format(DAY),
                        content.vouchers().size(),
                        rows(content, accountNames(clusterId)),
                        Money.format(content.vouchers().stream()
                                .mapToLong(Voucher::amount)
                                .sum()),
                        budgets.year(clusterId, year).stream()
                                .map(BudgetLine::new)
                                .toList()));
    }

    /** The same as tables: all that the books of a year hold, and the chart of accounts as it is now. */
    public List<Sheet> tables(String clusterId, int year) {
        Map<String, String> names = accountNames(clusterId);
        Content content = content(clusterId, year);
        return List.of(
                vouchers(content, names, names(content)), budget(clusterId, year), balance(clusterId, year, names));
    }

    /** Sheets with the lines of all vouchers, the budget, and the balance of each account at the end of the year. */
    public byte[] xlsx(String clusterId, int year) {
        return spreadsheets.xlsx(tables(clusterId, year).toArray(Sheet[]::new));
    }

    private static Sheet vouchers(Content content, Map<String, String> names, Map<String, String> people) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Voucher voucher : content.vouchers()) {
            for (Line line : voucher.lines()) {
                rows.add(Arrays.asList(
                        voucher.label(),
                        voucher.date(),
                        voucher.text(),
                        line.text(),
                        line.account(),
                        names.getOrDefault(line.account(), ""),
                        line.debitOere() == 0 ? null : new Oere(line.debitOere()),
                        line.creditOere() == 0 ? null : new Oere(line.creditOere()),
                        people.getOrDefault(voucher.postedBy(), voucher.postedBy()),
                        voucher.postedAt(),
                        content.labelOf(voucher.reverses()),
                        content.labelOf(voucher.reversedBy())));
            }
        }
        return new Sheet(
                "Bilag",
                List.of(
                        "Bilag",
                        "Dato",
                        "Tekst",
                        "Linjetekst",
                        "Konto",
                        "Kontonavn",
                        "Debet",
                        "Kredit",
                        "Bogført af",
                        "Bogført",
                        "Tilbagefører",
                        "Tilbageført af"),
                rows);
    }

    private Sheet budget(String clusterId, int year) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (BudgetLeft left : budgets.year(clusterId, year)) {
            rows.add(Arrays.asList(
                    left.account().number(),
                    left.account().name(),
                    left.hasBudget() ? new Oere(left.budget()) : null,
                    new Oere(left.spent()),
                    new Oere(left.committed()),
                    left.hasBudget() ? new Oere(left.left()) : null));
        }
        return new Sheet(
                "Budget",
                List.of("Konto", "Kontonavn", "Budget", "Bogført", "Godkendt, ikke bogført", "Tilbage"),
                rows);
    }

    private Sheet balance(String clusterId, int year, Map<String, String> names) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ledger.balances(clusterId, LocalDate.of(year, 12, 31))
                .forEach((account, oere) ->
                        rows.add(Arrays.asList(account, names.getOrDefault(account, ""), new Oere(oere))));
        return new Sheet(
                "Saldi", List.of("Konto", "Kontonavn", "Debet minus kredit fra start til årets slutning"), rows);
    }
}
