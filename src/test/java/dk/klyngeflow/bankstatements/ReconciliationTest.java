package dk.klyngeflow.bankstatements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.accounts.YearClosing;
import dk.klyngeflow.accounts.YearFigures;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bank of Klynge Nord held against its ledger: the figures are those of {@code expected-klynge-nord-2026.json}. */
@KlyngeflowTest
class ReconciliationTest {

    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);
    private static final String HEAD = "Dato;Tekst;Beløb;Saldo\n";

    @Autowired
    NordBooks nord;

    @Autowired
    StatementIntake intake;

    @Autowired
    BankStatements statements;

    @Autowired
    BankMatches matches;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    BankPositions positions;

    @Autowired
    BankOpening opening;

    @Autowired
    Ledger ledger;

    @Autowired
    YearClosing closing;

    @Autowired
    YearFigures figures;

    @Autowired
    TestClock clock;

    String cluster = "";

    @BeforeEach
    void inJanuary() {
        clock.reset();
        clock.set(Instant.parse("2027-01-10T09:00:00Z"));
    }

    /** Cases A1, A2 and A3, and the lists of the expected file. */
    @Test
    void theYearOfNordComesOutToTheOere() {
        cluster = nord.openWithLedger();
        read(BankFiles.CAMT);

        assertThat(rules()).containsExactly("a", "a", "b", "a", "a", "a");
        assertThat(reconciliation.proposals(cluster).values())
                .extracting(Proposal::rule)
                .containsExactlyInAnyOrder("c", "e");
        BankPosition before = positions.at(cluster, NEW_YEARS_EVE);
        JsonNode expected = BankFiles.expected().get("reconciliation");
        assertThat(before.ledgerOere())
                .isEqualTo(expected.get("bankLedgerBefore").longValue())
                .isEqualTo(15308101);
        assertThat(before.bankOere())
                .isEqualTo(expected.get("statement").longValue())
                .isEqualTo(15599669);
        assertThat(before.differenceOere()).isEqualTo(291568);
        assertThat(before.onTheWayOere()).isEqualTo(-300000);
        assertThat(before.proposedOere()).isEqualTo(-2500);
        assertThat(before.onlyInBank()).extracting(BankLine::amountOere).containsExactly(318L, -3125L, -3125L);
        assertThat(before.unexplainedOere()).isZero();

        reconcile();

        BankPosition after = positions.at(cluster, NEW_YEARS_EVE);
        assertThat(after.ledgerOere())
                .isEqualTo(expected.get("bankLedgerAfter").longValue())
                .isEqualTo(15299669);
        assertThat(after.differenceOere()).isEqualTo(expected.get("explained").longValue());
        assertThat(after.onTheWay()).extracting(item -> item.payment().id()).containsExactly("KF-2026-0008");
        assertThat(after.unexplainedOere()).isZero();
        YearFigures.Figures year = figures.of(cluster, 2026);
        assertThat(year.income()).isEqualTo(17520318);
        assertThat(year.expenses()).isEqualTo(6020724);
        assertThat(year.result()).isEqualTo(11499594);
        assertThat(year.resultTitle()).isEqualTo("Overskud");
        assertThat(year.assets()).containsExactly(Map.entry("5800", 15299669L));
        assertThat(year.equityStart()).isEqualTo(3800075);
        assertThat(year.equityEnd()).isEqualTo(15299669);
        BankFiles.expected()
                .at("/accounts/byAccount")
                .fields()
                .forEachRemaining(each -> assertThat(year.byAccount().getOrDefault(each.getKey(), 0L))
                        .as(each.getKey())
                        .isEqualTo(each.getValue().longValue()));
        Map<String, Long> opening = figures.opening(cluster, 2027);
        assertThat(opening.get("5800")).isEqualTo(15299669);
        assertThat(opening.get("6800")).isZero();
        assertThat(opening.getOrDefault("7100", 0L) + opening.getOrDefault("7200", 0L))
                .isEqualTo(-15299669);
        opening.forEach((account, oere) ->
                assertThat(account.compareTo("5") < 0 && oere != 0).as(account).isFalse());
    }

    /** A cluster that is older than its books: nobody has posted what it had, so nothing it posts makes bank and books agree. */
    @Test
    void whatWasInTheBankBeforeTheBooksIsPostedOnceAndTheYearCanBeLocked() {
        cluster = nord.open();
        read(BankFiles.CAMT);
        lines().forEach(line -> reconciliation.post(cluster, line.id(), line.amountOere() > 0 ? "1100" : "4900", "x"));
        assertThat(positions.at(cluster, NEW_YEARS_EVE).unexplainedOere()).isEqualTo(4125075);
        assertThat(closing.hindrances(cluster, 2026)).singleElement().asString().contains("41.250,75");
        assertThat(opening.missing(cluster)).contains(new BankOpening.Missing(LocalDate.of(2025, 12, 31), 4125075));

        assertThatThrownBy(() -> opening.post(cluster, 4125076, "x")).isInstanceOf(Refused.class);
        opening.post(cluster, 4125075, "x");
        assertThatThrownBy(() -> opening.post(cluster, 4125075, "x")).isInstanceOf(Refused.class);

        assertThat(opening.missing(cluster)).isEmpty();
        assertThat(positions.at(cluster, NEW_YEARS_EVE).unexplainedOere()).isZero();
        YearFigures.Figures year = figures.of(cluster, 2026);
        assertThat(year.equityStart()).as("no income").isEqualTo(4125075);
        assertThat(year.assets()).containsExactly(Map.entry("5800", 15599669L));
        closing.lock(cluster, 2026, "x", "");
    }

    /** The first file may begin in the middle of the year, and what was posted before it is in the bank's balance already. */
    @Test
    void whatWasPostedBeforeTheFirstStatementIsNoPartOfIt() {
        cluster = nord.open();
        nord.post(
                cluster,
                LocalDate.of(2026, 3, 1),
                "Betalt",
                "before",
                List.of(Line.debit("4900", 10000), Line.credit("5800", 10000)));
        read("01-06-2026;Gebyr;-50,00;900,00\n");

        assertThat(opening.missing(cluster)).contains(new BankOpening.Missing(LocalDate.of(2026, 5, 31), 105000));
    }

    /** Opened too early, and then an older file comes: that voucher is reversed, and the books are opened anew. */
    @Test
    void booksThatWereOpenedTooEarlyAreOpenedAnewWhenThatIsReversed() {
        cluster = nord.open();
        read("18-11-2026;Gebyr;-31,25;41250,75\n");
        opening.post(cluster, 4128200, "x");
        read("20-10-2026;Oktober;500,00;41282,00\n");
        assertThat(opening.missing(cluster)).isEmpty();
        assertThat(positions.at(cluster, NEW_YEARS_EVE).unexplainedOere()).isEqualTo(-50000);

        ledger.reverse(cluster, newest().id(), "Et ældre kontoudtog kom til", "x");
        assertThat(opening.missing(cluster)).contains(new BankOpening.Missing(LocalDate.of(2026, 10, 19), 4078200));
        opening.post(cluster, 4078200, "x");
        assertThat(positions.at(cluster, NEW_YEARS_EVE).unexplainedOere()).isZero();
    }

    @Test
    void booksThatWereOpenedHaveNothingMissing() {
        cluster = nord.openWithLedger();
        read(BankFiles.CAMT);

        assertThat(opening.missing(cluster)).isEmpty();
    }

    /** Without ids the same pairs come from amount, days and text, as proposals only. */
    @Test
    void theCsvFilesGiveTheSamePairsAsProposals() {
        for (String file : List.of(BankFiles.DANSKE, BankFiles.NORDEA)) {
            cluster = nord.openWithLedger();
            read(file);
            assertThat(rules()).isEmpty();
            Map<String, Proposal> proposals = reconciliation.proposals(cluster);
            assertThat(lines().stream()
                            .filter(line -> !proposals.containsKey(line.id()))
                            .map(BankLine::amountOere))
                    .as(file)
                    .containsExactly(318L, -3125L, -3125L);
            assertThat(proposals.values())
                    .filteredOn(each -> each.takes().size() == 2)
                    .hasSize(1);
            assertThat(proposals.values())
                    .filteredOn(each -> each.feeOere() != 0)
                    .extracting(Proposal::feeOere)
                    .containsExactly(-2500L);
            assertThat(positions.at(cluster, NEW_YEARS_EVE).unexplainedOere()).isZero();
            reconcile();
            assertThat(positions.at(cluster, NEW_YEARS_EVE).ledgerOere()).isEqualTo(15299669);
        }
    }

    /** Cases A5 and A6. */
    @Test
    void aBatchIsTwoVouchersAndAFeeIsPosted() {
        cluster = nord.openWithLedger();
        read(BankFiles.CAMT);
        BankLine batch = line(-773550);
        assertThat(matches.labels(cluster).get(batch.match())).contains(", ");
        assertThat(taken()).contains(-623550L, -150000L);
        reconciliation.undo(cluster, String.valueOf(batch.match()), "x");
        assertThat(line(-773550).isOpen()).isTrue();
        assertThat(taken()).doesNotContain(-623550L, -150000L);

        BankLine fee = line(-714500);
        confirm(fee);
        Voucher voucher = newest();
        assertThat(voucher.lines()).containsExactly(Line.debit("4400", 2500), Line.credit("5800", 2500));
        assertThat(voucher.date()).isEqualTo("2026-11-16");
        assertThatThrownBy(() -> confirm(line(-714500))).isInstanceOf(RuntimeException.class);
        reconciliation.undo(cluster, String.valueOf(line(-714500).match()), "x");
        assertThat(newest().lines()).containsExactly(Line.credit("4400", 2500), Line.debit("5800", 2500));
        assertThat(newest().date()).isEqualTo("2026-11-16");
        confirm(line(-714500));
        assertThat(positions.at(cluster, NEW_YEARS_EVE).unexplainedOere()).isZero();
    }

    /** Case A8: one bill, two payments. */
    @Test
    void aVoucherIsPaidInParts() {
        cluster = nord.open();
        nord.post(
                cluster,
                LocalDate.of(2026, 6, 1),
                "Stor regning 4711",
                "x",
                List.of(Line.debit("6800", 9500000), Line.credit("5800", 9500000)));
        read("02-06-2026;Afdrag;-50000,00;50000,00\n01-06-2026;Andet;1,00;100000,00\n");
        BankLine first = line(-5000000);
        reconciliation.choose(cluster, first.id(), List.of(bill().voucherId()), "x");
        assertThat(bill().oere()).isEqualTo(-4500000);
        read("03-06-2026;Faktura 4711;-45000,00;5000,00\n");
        confirm(line(-4500000));
        assertThat(items()).isEmpty();
    }

    /** Case A10: paid in December, booked in January. */
    @Test
    void whatIsOnTheWayAtNewYearIsBookedOnce() {
        cluster = nord.openWithLedger();
        read(BankFiles.CAMT);
        reconcile();
        read("04-01-2027;Overførsel Datahuset 501;-3000,00;152996,69\n");
        assertThat(positions.at(cluster, NEW_YEARS_EVE).onTheWayOere()).isEqualTo(-300000);
        confirm(line(-300000));
        assertThat(positions.at(cluster, NEW_YEARS_EVE).onTheWayOere()).isEqualTo(-300000);
        BankPosition january = positions.at(cluster, LocalDate.of(2027, 1, 31));
        assertThat(january.differenceOere()).isZero();
        assertThat(january.unexplainedOere()).isZero();
    }

    /** Case A4, and that nothing is undone after the lock. */
    @Test
    void aYearWithOpenLinesIsNotLocked() {
        cluster = nord.openWithLedger();
        read(BankFiles.CAMT);
        confirm(line(17520000));

        Throwable refused = catchThrowable(() -> closing.lock(cluster, 2026, "x", "Afstemt på papir"));
        assertThat(refused)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("31.12.2026")
                .hasMessageContaining("16.11.2026");
        assertThat((List<?>) ((Refused) refused).extra().get("open")).hasSize(4);
        reconcile();
        closing.lock(cluster, 2026, "x", "Afstemt på papir");
        String match = String.valueOf(line(-773550).match());
        assertThatThrownBy(() -> reconciliation.undo(cluster, match, "x")).hasMessageContaining("låst");
    }

    @Test
    void moneyThatCameBackIsAPairAndWordsAreLearnt() {
        cluster = nord.open();
        read(
                "01-06-2026;Til Jens;-100,00;900,00\n03-06-2026;Retur;100,00;1000,00\n30-06-2026;Kontogebyr juni 2026;-10,00;990,00\n");
        assertThat(reconciliation.proposals(cluster).values())
                .extracting(Proposal::rule)
                .containsOnly("g");
        confirm(line(-10000));
        assertThat(lines())
                .filteredOn(BankLine::isOpen)
                .extracting(BankLine::amountOere)
                .containsExactly(-1000L);
        reconciliation.post(cluster, line(-1000).id(), "4400", "x");
        read("31-07-2026;Kontogebyr juni 2026;-12,00;978,00\n");
        Proposal learnt = Objects.requireNonNull(
                reconciliation.proposals(cluster).get(line(-1200).id()));
        assertThat(learnt.rule()).isEqualTo("h");
        assertThat(learnt.account()).isEqualTo("4400");
        confirm(line(-1200));
        assertThat(newest().lines()).containsExactly(Line.debit("4400", 1200), Line.credit("5800", 1200));
    }

    @Test
    void whatFitsInTwoWaysFitsInNone() {
        cluster = nord.open();
        for (String key : List.of("a", "b")) {
            nord.post(
                    cluster,
                    LocalDate.of(2026, 6, 1),
                    "Kaffe",
                    key,
                    List.of(Line.debit("2200", 10000), Line.credit("5800", 10000)));
        }
        read("02-06-2026;Kaffe;-100,00;0,00\n");
        assertThat(reconciliation.proposals(cluster)).isEmpty();
        assertThatThrownBy(() -> reconciliation.choose(
                        cluster,
                        line(-10000).id(),
                        items().stream().map(OpenItem::voucherId).toList(),
                        "x"))
                .hasMessageContaining("Forskellen er 100,00");
        assertThatThrownBy(() -> reconciliation.post(cluster, line(-10000).id(), "5800", "x"))
                .hasMessageContaining("Vælg den konto");
        assertThatThrownBy(() -> reconciliation.post(cluster, line(-10000).id(), "7100", "x"))
                .hasMessageContaining("Vælg den konto");
    }

    private void reconcile() {
        lines().stream().filter(BankLine::isOpen).forEach(line -> {
            Proposal proposal = reconciliation.proposals(cluster).get(line.id());
            if (proposal != null && !proposal.takes().isEmpty()) {
                reconciliation.confirm(cluster, line.id(), proposal.key(), cluster + "-secretary");
            } else {
                reconciliation.post(
                        cluster, line.id(), line.amountOere() > 0 ? "1900" : "4400", cluster + "-secretary");
            }
        });
        assertThat(lines()).noneMatch(BankLine::isOpen);
    }

    private void confirm(BankLine line) {
        reconciliation.confirm(
                cluster,
                line.id(),
                Objects.requireNonNull(reconciliation.proposals(cluster).get(line.id()))
                        .key(),
                cluster + "-secretary");
    }

    private void read(String fileOrLines) {
        byte[] file = fileOrLines.contains("\n") ? (HEAD + fileOrLines).getBytes(UTF_8) : BankFiles.bytes(fileOrLines);
        StatementIntake.Taken taken = intake.take(cluster, StatementReader.read(file, null), cluster + "-secretary");
        reconciliation.takeWhatIsCertain(cluster, taken.id());
    }

    private List<String> rules() {
        Map<String, BankMatch> all = matches.all(cluster);
        return lines().stream()
                .filter(line -> !line.isOpen())
                .map(line -> Objects.requireNonNull(all.get(String.valueOf(line.match())))
                        .rule())
                .toList();
    }

    private List<BankLine> lines() {
        return statements.lines(cluster, "5800");
    }

    private BankLine line(long oere) {
        return lines().stream()
                .filter(each -> each.amountOere() == oere)
                .findFirst()
                .orElseThrow();
    }

    private List<OpenItem> items() {
        return open.items(cluster, "5800");
    }

    @Autowired
    OpenItems open;

    private OpenItem bill() {
        return items().get(0);
    }

    private List<Long> taken() {
        return List.copyOf(matches.taken(cluster, NEW_YEARS_EVE).values());
    }

    private Voucher newest() {
        List<Voucher> vouchers = ledger.vouchers(cluster, 2026);
        return vouchers.get(vouchers.size() - 1);
    }
}
