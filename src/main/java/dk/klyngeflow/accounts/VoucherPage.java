package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /regnskab/{cluster}/bilag/{voucher}}: one voucher; it is never changed, but can be taken back with a reason. */
@Controller
@RequestMapping("/regnskab/{cluster}/bilag/{voucher}")
class VoucherPage {

    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 300;

    private final BookYears books;
    private final AccountingYears years;
    private final Clusters clusters;
    private final Ledger ledger;
    private final VoucherList list;
    private final CurrentPerson person;
    private final ObjectProvider<VoucherCases> cases;

    VoucherPage(
            BookYears books,
            AccountingYears years,
            Clusters clusters,
            Ledger ledger,
            VoucherList list,
            CurrentPerson person,
            ObjectProvider<VoucherCases> cases) {
        this.books = books;
        this.years = years;
        this.clusters = clusters;
        this.ledger = ledger;
        this.list = list;
        this.person = person;
        this.cases = cases;
    }

    record Row(String account, String debit, String credit) {}

    record Other(String id, String label) {}

    @GetMapping
    String show(@PathVariable String cluster, @PathVariable String voucher, Model model) {
        books.open(cluster, null);
        fill(found(cluster, voucher), model);
        return "voucher";
    }

    @PostMapping
    ModelAndView reverse(
            @PathVariable String cluster,
            @PathVariable String voucher,
            @RequestParam("grund") String reason,
            Model model) {
        books.requireToReverse(cluster);
        Voucher found = found(cluster, voucher);
        YearState state = years.state(cluster, found.year());
        if (state == YearState.LOCKED) {
            books.requireToPostLate(cluster);
        }
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            return wrong(found, reason, "Skriv, hvorfor bilaget tilbageføres (5 til 300 tegn).", model);
        }
        try {
            Voucher reversal = takeBack(found, why);
            return new ModelAndView("redirect:/regnskab/{cluster}/bilag/" + reversal.id() + "?tilbagefoert");
        } catch (Refused refused) {
            return wrong(found, reason, String.valueOf(refused.getMessage()), model);
        }
    }

    private Voucher takeBack(Voucher voucher, String why) {
        VoucherCases known = voucher.reversedBy() == null ? cases.getIfAvailable() : null;
        return known == null
                ? ledger.reverseLate(voucher.clusterId(), voucher.id(), why, person.requireId())
                : known.takeBack(voucher, why, person.requireId());
    }

    private ModelAndView wrong(Voucher voucher, String reason, String message, Model model) {
        fill(voucher, model);
        model.addAttribute("error", message);
        model.addAttribute("reason", reason);
        return new ModelAndView("voucher", model.asMap(), HttpStatus.BAD_REQUEST);
    }

    private Voucher found(String cluster, String voucher) {
        return ledger.find(cluster, voucher).orElseThrow(Refused::notFound);
    }

    private void fill(Voucher voucher, Model model) {
        String cluster = voucher.clusterId();
        Map<String, String> names = list.accountNames(cluster);
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("voucher", voucher);
        model.addAttribute("day", DAY.format(voucher.date()));
        model.addAttribute("posted", books.changed(voucher.postedBy(), voucher.postedAt()));
        model.addAttribute("amount", Money.kroner(voucher.amount()));
        model.addAttribute("rows", rows(voucher, names));
        model.addAttribute("reverses", other(cluster, voucher.reverses()).orElse(null));
        model.addAttribute("reversedBy", other(cluster, voucher.reversedBy()).orElse(null));
        VoucherCases.Dependent dependent = Optional.ofNullable(cases.getIfAvailable())
                .flatMap(known -> known.of(voucher))
                .orElse(null);
        model.addAttribute("dependent", dependent);
        YearState state = years.state(cluster, voucher.year());
        model.addAttribute(
                "mayReverse",
                voucher.reverses() == null
                        && voucher.reversedBy() == null
                        && (state == YearState.LOCKED ? books.isTreasurer(cluster) : books.mayReverse(cluster)));
        model.addAttribute("state", state.name());
    }

    private static List<Row> rows(Voucher voucher, Map<String, String> names) {
        return voucher.lines().stream()
                .map(line -> new Row(
                        line.account() + " " + names.getOrDefault(line.account(), ""),
                        line.debitOere() == 0 ? "" : Money.format(line.debitOere()),
                        line.creditOere() == 0 ? "" : Money.format(line.creditOere())))
                .toList();
    }

    private Optional<Other> other(String cluster, @Nullable String id) {
        return id == null
                ? Optional.empty()
                : ledger.find(cluster, id).map(voucher -> new Other(voucher.id(), voucher.label()));
    }
}
