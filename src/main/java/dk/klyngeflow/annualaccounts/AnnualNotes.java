package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The notes of the accounts, made from what is posted and from what the treasurer has written. */
@Component
class AnnualNotes {

    private static final Map<String, String> FEES = fees();
    private static final int LATE_START_DAY = 31;

    private final Ledger ledger;
    private final AccountingYears years;
    private final BalanceAccounts balance;
    private final AnnualRows rows;
    private final CopenhagenTime time;

    AnnualNotes(Ledger ledger, AccountingYears years, BalanceAccounts balance, AnnualRows rows, CopenhagenTime time) {
        this.ledger = ledger;
        this.years = years;
        this.balance = balance;
        this.rows = rows;
        this.time = time;
    }

    public record Note(String title, List<String> lines) {}

    private static Map<String, String> fees() {
        Map<String, String> fees = new LinkedHashMap<>();
        fees.put("3100", "Koordinator");
        fees.put("3200", "Bestyrelse og arbejdsgrupper");
        fees.put("3300", "Medlemmer");
        return fees;
    }

    List<Note> of(String clusterId, int year, boolean hasBefore) {
        List<Note> notes = new ArrayList<>();
        List<Voucher> vouchers = ledger.vouchers(clusterId, year);
        add(notes, "Om perioden", period(clusterId, year, vouchers, hasBefore));
        add(notes, "Honorarer efter post", ofFees(vouchers));
        balance.of(clusterId, year)
                .forEach(standing -> add(
                        notes,
                        standing.account().label() + ": " + Money.kroner(Math.abs(standing.oere())),
                        standing.how()));
        add(notes, "Efterposteringer", late(clusterId, year, vouchers));
        add(notes, "Begivenheder efter årets slutning", later(clusterId, year, vouchers));
        rows.year(clusterId, year)
                .filter(each -> !each.reservations().isBlank())
                .ifPresent(each ->
                        add(notes, "Forbehold", each.reservations().lines().toList()));
        return notes;
    }

    private static void add(List<Note> notes, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            notes.add(new Note(title, lines));
        }
    }

    private List<String> period(String clusterId, int year, List<Voucher> vouchers, boolean hasBefore) {
        List<String> said = new ArrayList<>();
        if (!hasBefore) {
            said.add("Der er intet godkendt årsregnskab for " + (year - 1)
                    + " i Klyngeflow, så der er ingen tal fra året før.");
        }
        LocalDate first =
                vouchers.stream().map(Voucher::date).min(LocalDate::compareTo).orElse(null);
        boolean isFirstYear = years.withVouchers(clusterId).stream().noneMatch(each -> each < year);
        if (isFirstYear && first != null && first.isAfter(LocalDate.of(year, 1, LATE_START_DAY))) {
            said.add("Regnskabet begynder den " + DanishTime.DAY.format(first)
                    + "; det er ikke et helt år, og budgettet kan gælde en anden periode.");
        }
        if (vouchers.isEmpty()) {
            said.add("Der er ikke bogført noget i året.");
        }
        String without = years.lockedWithout(clusterId, year);
        if (!without.isEmpty()) {
            said.add("Der mangler kontoudtog fra banken: " + without);
        }
        return said;
    }

    private static List<String> ofFees(List<Voucher> vouchers) {
        List<String> said = new ArrayList<>();
        FEES.forEach((account, post) -> {
            long oere = vouchers.stream()
                    .flatMap(voucher -> voucher.lines().stream())
                    .filter(line -> line.account().equals(account))
                    .mapToLong(line -> line.debitOere() - line.creditOere())
                    .sum();
            if (oere != 0) {
                said.add(post + ": " + Money.kroner(oere));
            }
        });
        return said;
    }

    private List<String> late(String clusterId, int year, List<Voucher> vouchers) {
        Map<String, String> reasons = ledger.lateReasons(clusterId, year);
        return vouchers.stream()
                .filter(voucher -> reasons.containsKey(voucher.id()))
                .map(voucher -> "Bilag " + voucher.label() + ", " + voucher.text() + ": "
                        + Money.kroner(voucher.amount()) + " Begrundelse: " + reasons.get(voucher.id()))
                .toList();
    }

    /** What was taken back afterwards stands in the next year, and is said here. */
    private List<String> later(String clusterId, int year, List<Voucher> vouchers) {
        Set<String> ids = vouchers.stream().map(Voucher::id).collect(Collectors.toSet());
        List<String> said = new ArrayList<>();
        for (int next = year + 1; next <= time.today().getYear(); next++) {
            ledger.vouchers(clusterId, next).stream()
                    .filter(voucher -> voucher.reverses() != null && ids.contains(voucher.reverses()))
                    .forEach(voucher -> said.add("Bilag " + voucher.label() + ", " + voucher.text() + ": "
                            + Money.kroner(voucher.amount())));
        }
        rows.year(clusterId, year)
                .filter(each -> !each.laterEvents().isBlank())
                .ifPresent(each -> said.addAll(each.laterEvents().lines().toList()));
        return said;
    }
}
