package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.YearClosing;
import dk.klyngeflow.accounts.YearState;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the bank shows, in Danish. */
@Component
class BankView {

    private final Clusters clusters;
    private final People people;
    private final BankStatements statements;
    private final BankMatches matches;
    private final OpenItems open;
    private final Reconciliation reconciliation;
    private final BankPositions positions;
    private final BankOpening opening;
    private final Books books;
    private final CopenhagenTime time;

    BankView(
            Clusters clusters,
            People people,
            BankStatements statements,
            BankMatches matches,
            OpenItems open,
            Reconciliation reconciliation,
            BankPositions positions,
            BankOpening opening,
            Books books) {
        this.opening = opening;
        this.clusters = clusters;
        this.people = people;
        this.statements = statements;
        this.matches = matches;
        this.open = open;
        this.reconciliation = reconciliation;
        this.positions = positions;
        this.books = books;
        this.time = books.time;
    }

    /** The rooms of the ledger that the page looks into. */
    @Component
    static class Books {

        private final ChartOfAccounts chart;
        private final AccountingYears years;
        private final YearClosing closing;
        private final CopenhagenTime time;

        Books(ChartOfAccounts chart, AccountingYears years, YearClosing closing, CopenhagenTime time) {
            this.chart = chart;
            this.years = years;
            this.closing = closing;
            this.time = time;
        }
    }

    /** One line. @param confirm what one click takes, empty when nothing is proposed; @param account proposed to post to */
    public record Row(
            String id,
            String day,
            String text,
            String amount,
            Said said,
            String confirm,
            String account,
            boolean isOpen) {

        /** Money that went out is held against vouchers that say so. */
        public boolean isOut() {
            return amount.startsWith("-");
        }
    }

    /** Why, what, and what takes it back. */
    public record Said(String reason, String what, String match) {}

    /** Something to choose, or a sentence with its amount. */
    public record Choice(String id, String label) {}

    /** One that no line has been held against yet. */
    public record OpenVoucher(String id, String label, boolean isOut) {}

    /** What a file says, before anything is kept. */
    public record Preview(String title, List<String> problems, List<Row> rows, int news) {}

    Preview preview(StatementIntake.Taken taken) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < taken.file().statements().size(); i++) {
            for (ReadFile.Line line : taken.file().statements().get(i).lines()) {
                boolean isNew = taken.fresh().get(i).containsKey(line);
                rows.add(new Row(
                        "",
                        DanishTime.DAY_IN_FIGURES.format(line.day()),
                        line.text(),
                        Money.format(line.amountOere()),
                        new Said(isNew ? "Ny" : taken.locked().contains(line) ? "Året er låst" : "Læst før", "", ""),
                        "",
                        "",
                        isNew));
            }
        }
        String title = CsvProfile.named(taken.file().profile())
                .map(CsvProfile::title)
                .orElse(taken.file().profile());
        return new Preview(
                title,
                taken.file().problems().stream().map(ReadFile.Problem::message).toList(),
                rows,
                taken.news());
    }

    void fill(String cluster, int year, Model model) {
        String bank = StatementIntake.ledgerAccount(clusters.get(cluster));
        List<BankLine> lines = statements.lines(cluster, bank);
        Map<String, Proposal> proposals = reconciliation.proposals(cluster);
        Map<String, BankMatch> made = matches.all(cluster);
        Map<String, String> labels = matches.labels(cluster);
        YearState state = books.years.state(cluster, year);
        List<Row> rows = lines.stream()
                .filter(line -> line.day().getYear() == year)
                .map(line -> row(
                        line, proposals.get(line.id()), line.match() == null ? null : made.get(line.match()), labels))
                .toList();
        List<Choice> accounts = books.chart.accounts(cluster).stream()
                .filter(account -> account.kind() != Account.Kind.EQUITY
                        && !account.number().equals(bank))
                .map(account -> new Choice(account.number(), account.label()))
                .toList();
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("year", year);
        model.addAttribute("years", years(lines, year));
        model.addAttribute("state", state.title());
        model.addAttribute("isOpenYear", state == YearState.OPEN);
        model.addAttribute("isOver", year < time.today().getYear());
        model.addAttribute("excusable", state == YearState.OPEN ? books.closing.excusable(cluster, year) : List.of());
        model.addAttribute("hindrances", state == YearState.OPEN ? books.closing.hindrances(cluster, year) : List.of());
        model.addAttribute("openRows", rows.stream().filter(Row::isOpen).toList());
        model.addAttribute(
                "doneRows", rows.stream().filter(row -> !row.isOpen()).toList());
        model.addAttribute("accounts", accounts);
        model.addAttribute("vouchers", vouchers(cluster, bank));
        model.addAttribute(
                "profiles",
                CsvProfile.ALL.stream()
                        .map(profile -> new Choice(profile.name(), profile.title()))
                        .toList());
        model.addAttribute(
                "dialogs",
                CsvProfile.ALL.stream()
                        .map(profile -> new Choice(profile.title(), profile.dialog()))
                        .toList());
        Explained position = position(cluster, year);
        model.addAttribute("position", position);
        model.addAttribute(
                "opening",
                position.isExplained() || !position.isTold()
                        ? null
                        : opening.missing(cluster).map(BankView::opening).orElse(null));
        model.addAttribute("read", read(cluster));
        MissingMonths months = positions.months(cluster);
        model.addAttribute(
                "told",
                months.told().stream()
                        .filter(span -> span.isIn(year))
                        .map(ToldDays.Span::inWords)
                        .toList());
        List<YearMonth> missing = positions.isPlosAccount(cluster) ? List.of() : months.until(time.today(), year);
        model.addAttribute("missing", missing.isEmpty() ? "" : MissingMonths.inWords(missing));
        model.addAttribute(
                "rests", months.rests(missing).stream().map(BankView::rest).toList());
    }

    /** What was in the bank before the books, as the page says it and sends it. */
    record Opening(String amount, String day, long oere) {}

    private static Opening opening(BankOpening.Missing missing) {
        return new Opening(
                Money.kroner(missing.oere()), DanishTime.DAY_IN_FIGURES.format(missing.day()), missing.oere());
    }

    /** What the page asks about days of which only their balance is known, and what it sends when they were quiet. */
    record Rest(String question, String button, String balance, String from, String to) {}

    private static Rest rest(MissingMonths.Rest rest) {
        String balance = Money.format(rest.balanceOere());
        String month = MissingMonths.inWords(YearMonth.from(rest.to()));
        String from = DanishTime.DAY_IN_FIGURES.format(rest.from());
        String to = DanishTime.DAY_IN_FIGURES.format(rest.to());
        return rest.isAtTheEnd()
                ? new Rest(
                        "Kontoudtoget slutter den "
                                + DanishTime.DAY_IN_FIGURES.format(rest.from().minusDays(1)) + " med " + balance
                                + " kr. Siger banken det samme den " + to + ", skete der ikke mere.",
                        "Der skete ikke mere i " + month,
                        balance,
                        from,
                        to)
                : new Rest(
                        "Kontoudtoget begynder den "
                                + DanishTime.DAY_IN_FIGURES.format(rest.to().plusDays(1)) + " med " + balance
                                + " kr. Siger banken det samme den " + from + ", skete der intet før.",
                        "Der skete intet før i " + month,
                        balance,
                        from,
                        to);
    }

    private List<OpenVoucher> vouchers(String cluster, String bank) {
        return open.items(cluster, bank).stream()
                .map(item -> new OpenVoucher(
                        item.voucherId(),
                        item.label() + " · " + DanishTime.DAY_IN_FIGURES.format(item.day()) + " · " + item.text()
                                + " · " + Money.kroner(item.oere()),
                        item.oere() < 0))
                .toList();
    }

    private List<String> read(String cluster) {
        return statements.all(cluster).stream()
                .limit(24)
                .map(each -> DanishTime.DAY_IN_FIGURES.format(each.fromDay()) + "–"
                        + DanishTime.DAY_IN_FIGURES.format(each.toDay())
                        + ", læst af " + people.nameOf(each.readBy()) + " den "
                        + DanishTime.DAY_IN_FIGURES.format(CopenhagenTime.dayOf(each.readAt())))
                .toList();
    }

    private static List<Integer> years(List<BankLine> lines, int year) {
        return Stream.concat(
                        Stream.of(year), lines.stream().map(line -> line.day().getYear()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Row row(
            BankLine line, @Nullable Proposal proposal, @Nullable BankMatch match, Map<String, String> labels) {
        Said said = match != null
                ? new Said(match.reason(), "Bilag " + labels.getOrDefault(match.id(), "–"), match.id())
                : proposal != null ? new Said(proposal.reason(), proposal.what(), "") : new Said("", "", "");
        return new Row(
                line.id(),
                DanishTime.DAY_IN_FIGURES.format(line.day()),
                line.text(),
                Money.format(line.amountOere()),
                said,
                proposal != null && match == null ? proposal.key() : "",
                usual(line),
                match == null);
    }

    /** What a word in the text says of the account; a person decides. */
    private static String usual(BankLine line) {
        String words = line.words();
        if (words.contains("rente")) {
            return line.amountOere() > 0 ? "1800" : "4450";
        }
        return words.contains("gebyr") && line.amountOere() < 0 ? Reconciliation.FEES : "";
    }

    /** The sentences of the reconciliation, with their amounts. */
    public record Explained(String day, boolean isTold, List<Choice> sums, String unexplained, boolean isExplained) {}

    private Explained position(String cluster, int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate day = end.isAfter(time.today()) ? time.today() : end;
        BankPosition position = positions.at(cluster, day);
        List<Choice> sums = new ArrayList<>();
        sums.add(new Choice("Banken siger", Money.kroner(position.bankOere())));
        sums.add(new Choice("Regnskabet siger", Money.kroner(position.ledgerOere())));
        sums.add(new Choice("Forskel", Money.kroner(position.differenceOere())));
        position.onTheWay()
                .forEach(item -> sums.add(new Choice(
                        "Undervejs: bilag " + item.label() + " " + item.text(), Money.kroner(-item.oere()))));
        if (position.proposedOere() != 0) {
            sums.add(new Choice("Gebyrer i forslag, der ikke er bogført", Money.kroner(position.proposedOere())));
        }
        position.onlyInBank()
                .forEach(line -> sums.add(new Choice("Kun i banken: " + line.text(), Money.kroner(line.amountOere()))));
        return new Explained(
                DanishTime.DAY_IN_FIGURES.format(day),
                position.isTold(),
                sums,
                Money.kroner(position.unexplainedOere()),
                position.unexplainedOere() == 0);
    }
}
