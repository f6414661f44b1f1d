package dk.klyngeflow.accounts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.security.SecurityLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/clusters/{cluster}/accounts}: the chart, the vouchers and the budget, to read only; amounts in øre. For those who work for the
 * cluster; the accounts to choose from are for all its members, since they claim outlays.
 */
@RestController
@RequestMapping("/api/clusters/{cluster}/accounts")
class AccountsRoutes {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final BookYears books;
    private final ChartOfAccounts chart;
    private final Budgets budgets;
    private final VoucherList list;
    private final SecurityLog log;

    AccountsRoutes(BookYears books, ChartOfAccounts chart, Budgets budgets, VoucherList list, SecurityLog log) {
        this.books = books;
        this.chart = chart;
        this.budgets = budgets;
        this.list = list;
        this.log = log;
    }

    record AccountRow(String number, String name, Account.Kind kind, String guidance) {}

    record BudgetFigures(boolean hasBudget, long budget, long spent, long committed, long left, long percentUsed) {}

    record BudgetRow(
            String account,
            String name,
            Account.Kind kind,
            int year,
            @JsonUnwrapped BudgetFigures figures,
            String text) {

        static BudgetRow of(BudgetLeft left) {
            return new BudgetRow(
                    left.account().number(),
                    left.account().name(),
                    left.account().kind(),
                    left.year(),
                    new BudgetFigures(
                            left.hasBudget(),
                            left.budget(),
                            left.spent(),
                            left.committed(),
                            left.left(),
                            left.percentUsed()),
                    left.label());
        }
    }

    record LineRow(
            String account,
            String name,
            long debit,
            long credit,
            @Nullable String text) {}

    record VoucherRow(
            String id,
            String label,
            LocalDate date,
            String text,
            long amount,
            @Nullable String documentId,
            @JsonUnwrapped PostedRow posted,
            List<LineRow> lines) {}

    /** Who has posted a voucher, and the labels of what it takes back and what takes it back. */
    record PostedRow(
            String postedBy,
            Instant postedAt,
            @Nullable String reverses,
            @Nullable String reversedBy) {}

    /** The accounts an invoice can be coded to; with {@code all=true} the whole chart. */
    @GetMapping("/accounts")
    List<AccountRow> accounts(@PathVariable String cluster, @RequestParam(defaultValue = "false") boolean all) {
        books.requireMember(cluster);
        return (all ? chart.accounts(cluster) : chart.expenses(cluster))
                .stream()
                        .map(account ->
                                new AccountRow(account.number(), account.name(), account.kind(), account.guidance()))
                        .toList();
    }

    @GetMapping("/budget")
    List<BudgetRow> budget(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year) {
        return budgets.year(cluster, books.open(cluster, year)).stream()
                .map(BudgetRow::of)
                .toList();
    }

    @GetMapping("/budget/{account}")
    BudgetRow budgetOf(
            @PathVariable String cluster,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable Integer year) {
        return BudgetRow.of(budgets.left(cluster, account, books.open(cluster, year)));
    }

    @GetMapping("/vouchers")
    List<VoucherRow> vouchers(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year) {
        int shown = books.open(cluster, year);
        Map<String, String> names = list.accountNames(cluster);
        VoucherList.Content content = list.content(cluster, shown);
        Map<String, String> people = list.names(content);
        return content.vouchers().stream()
                .map(voucher -> new VoucherRow(
                        voucher.id(),
                        voucher.label(),
                        voucher.date(),
                        voucher.text(),
                        voucher.amount(),
                        voucher.documentId(),
                        new PostedRow(
                                people.getOrDefault(voucher.postedBy(), voucher.postedBy()),
                                voucher.postedAt(),
                                content.labelOf(voucher.reverses()),
                                content.labelOf(voucher.reversedBy())),
                        voucher.lines().stream()
                                .map(line -> new LineRow(
                                        line.account(),
                                        names.getOrDefault(line.account(), ""),
                                        line.debitOere(),
                                        line.creditOere(),
                                        line.text()))
                                .toList()))
                .toList();
    }

    @GetMapping("/vouchers.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year) {
        int shown = books.open(cluster, year);
        log.note(SecurityLog.Kind.EXPORTED, "", cluster, "Bilagsliste " + shown + " (PDF)");
        return file(
                list.pdf(cluster, shown), MediaType.APPLICATION_PDF, "bilagsliste-" + cluster + "-" + shown + ".pdf");
    }

    @GetMapping("/vouchers.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String cluster, @RequestParam(required = false) @Nullable Integer year) {
        int shown = books.open(cluster, year);
        log.note(SecurityLog.Kind.EXPORTED, "", cluster, "Bilagsliste " + shown + " (Excel)");
        return file(list.xlsx(cluster, shown), XLSX, "bilagsliste-" + cluster + "-" + shown + ".xlsx");
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
