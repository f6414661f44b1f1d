package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Double entry. Vouchers are never changed: what was wrong is reversed. The database refuses what this class forgets. */
@Repository
public class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private static final Rows<Movement> MOVEMENT = Rows.of(Movement.class, "voucher");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final AccountingYears years;
    private final ApplicationEventPublisher events;
    private final CopenhagenTime time;

    Ledger(
            JdbcClient jdbc,
            JdbcTemplate template,
            AccountingYears years,
            ApplicationEventPublisher events,
            CopenhagenTime time) {
        this.jdbc = jdbc;
        this.template = template;
        this.years = years;
        this.events = events;
        this.time = time;
    }

    /**
     * Posts a voucher in the caller's transaction and gives it the next number of its year. The same source key posts once: again gives the
     * voucher that is there.
     *
     * @throws Refused in Danish when the year is closed, an account is unknown or debits do not equal credits
     * @throws IllegalStateException when the source key was posted with other amounts
     */
    @Transactional
    public Voucher post(Posting posting) {
        return post(posting, null, null);
    }

    /**
     * Posts in a year that is locked, which makes a new draft of its accounts: the approvals of the one before are void.
     *
     * @param reason why it comes after the lock, in Danish
     */
    @Transactional
    public Voucher postLate(Posting posting, String reason) {
        return post(posting, null, reason);
    }

    /**
     * Takes a voucher back by a new one: of today, of the last day of its year when that is over and open, and in the next open year when
     * it is locked or closed, where the text says which voucher it is about and the accounts of that year name it as a later event.
     * Reversing it again gives the reversal that is there.
     *
     * @throws Refused 404 when there is no such voucher in the cluster, in Danish when it is a reversal itself
     */
    @Transactional
    public Voucher reverse(String clusterId, String voucherId, String reason, String by) {
        return reverse(clusterId, voucherId, reason, by, false);
    }

    /** The same, by the treasurer: of a locked year on its last day, which makes a new draft of its accounts. */
    @Transactional
    public Voucher reverseLate(String clusterId, String voucherId, String reason, String by) {
        return reverse(clusterId, voucherId, reason, by, true);
    }

    private Voucher reverse(String clusterId, String voucherId, String reason, String by, boolean isTreasurer) {
        Voucher voucher = find(clusterId, voucherId).orElseThrow(Refused::notFound);
        years.lockBooks(clusterId);
        LocalDate today = time.today();
        LocalDate lastDay = LocalDate.of(voucher.year(), 12, 31);
        return switch (years.state(clusterId, voucher.year())) {
            case OPEN -> reverse(voucher, lastDay.isBefore(today) ? lastDay : today, "af", reason, by, false);
            case LOCKED ->
                isTreasurer
                        ? reverse(voucher, lastDay, "af", reason, by, true)
                        : reverse(voucher, years.postingDate(clusterId, today), "vedr.", reason, by, false);
            case CLOSED -> reverse(voucher, years.postingDate(clusterId, today), "vedr.", reason, by, false);
        };
    }

    /** Takes back on its own day what should not have been posted; its year is open. */
    @Transactional
    public Voucher undo(String clusterId, String voucherId, String reason, String by) {
        Voucher voucher = find(clusterId, voucherId).orElseThrow(Refused::notFound);
        return reverse(voucher, voucher.date(), "af", reason, by, false);
    }

    private Voucher reverse(Voucher voucher, LocalDate on, String of, String reason, String by, boolean isLate) {
        if (voucher.reverses() != null) {
            throw Refused.conflict(
                    "Bilag " + voucher.label() + " er selv en tilbageførsel. Bogfør bilaget igen i stedet.", Map.of());
        }
        return post(
                new Posting(
                        voucher.clusterId(),
                        on,
                        shortened("Tilbageførsel " + of + " bilag " + voucher.label() + ": " + reason.strip()),
                        "reversal:" + voucher.id(),
                        voucher.documentId(),
                        by,
                        voucher.lines().stream().map(Line::swapped).toList()),
                voucher.id(),
                isLate ? reason.strip() : null);
    }

    public Optional<Voucher> find(String clusterId, String voucherId) {
        return jdbc
                .sql(VoucherRows.SELECT + "where v.cluster_id = :cluster and v.voucher_id = :id" + VoucherRows.ORDER)
                .param("cluster", clusterId)
                .param("id", voucherId)
                .query(VoucherRows::read)
                .stream()
                .findFirst();
    }

    public Optional<Voucher> findBySource(String clusterId, String sourceKey) {
        return jdbc
                .sql(VoucherRows.SELECT + "where v.cluster_id = :cluster and v.source_key = :key" + VoucherRows.ORDER)
                .param("cluster", clusterId)
                .param("key", sourceKey)
                .query(VoucherRows::read)
                .stream()
                .findFirst();
    }

    /** Why a voucher came after the lock of its year; empty when it did not. */
    public Optional<String> lateReason(String clusterId, String voucherId) {
        return jdbc.sql("""
                        select late_reason from klyngeflow.voucher
                        where cluster_id = :cluster and voucher_id = :id and late_reason is not null""")
                .param("cluster", clusterId)
                .param("id", voucherId)
                .query(String.class)
                .optional();
    }

    /** Why, by the id of each voucher of a year that came after its lock. */
    public Map<String, String> lateReasons(String clusterId, int year) {
        Map<String, String> reasons = new HashMap<>();
        jdbc.sql("""
                        select voucher_id, late_reason from klyngeflow.voucher
                        where cluster_id = :cluster and year = :year and late_reason is not null""").param("cluster", clusterId).param("year", year).query(row -> {
            reasons.put(row.getString("voucher_id"), row.getString("late_reason"));
        });
        return reasons;
    }

    /** The vouchers of a year by number. */
    public List<Voucher> vouchers(String clusterId, int year) {
        return jdbc.sql(VoucherRows.SELECT + "where v.cluster_id = :cluster and v.year = :year" + VoucherRows.ORDER)
                .param("cluster", clusterId)
                .param("year", year)
                .query(VoucherRows::read);
    }

    /** Debit minus credit of each account until the end of a day, in øre, by account number; accounts never used are missing. */
    public Map<String, Long> balances(String clusterId, LocalDate until) {
        Map<String, Long> balances = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.account, sum(e.debit_oere - e.credit_oere) as oere
                        from klyngeflow.entry e join klyngeflow.voucher v using (cluster_id, voucher_id)
                        where v.cluster_id = :cluster and v.day <= :until group by e.account order by e.account""").param("cluster", clusterId).param("until", until).query(row -> {
            balances.put(row.getString("account"), row.getLong("oere"));
        });
        return balances;
    }

    /** What has gone over one account, voucher by voucher, the oldest first; what only opened the books is left out. */
    public List<Movement> movements(String clusterId, String account) {
        return jdbc.sql("""
                        select v.voucher_id, v.year, v.number, v.day, v.text, v.source_key, v.reverses,
                               r.voucher_id as reversed_by, sum(e.debit_oere - e.credit_oere) as oere
                        from klyngeflow.voucher v
                        join klyngeflow.entry e on e.cluster_id = v.cluster_id and e.voucher_id = v.voucher_id
                        left join klyngeflow.voucher r on r.cluster_id = v.cluster_id and r.reverses = v.voucher_id
                        where v.cluster_id = :cluster and e.account = :account
                          and not exists (select 1 from klyngeflow.entry o where o.cluster_id = v.cluster_id
                            and o.voucher_id = v.voucher_id and o.account = :opening)
                        group by v.cluster_id, v.voucher_id, r.voucher_id
                        having sum(e.debit_oere - e.credit_oere) <> 0
                        order by v.day, v.year, v.number""")
                .param("cluster", clusterId)
                .param("account", account)
                .param("opening", ChartOfAccounts.OPENING)
                .query(MOVEMENT)
                .list();
    }

    private Voucher post(Posting posting, @Nullable String reverses, @Nullable String lateReason) {
        refuseUnbalanced(posting);
        years.lockBooks(posting.clusterId());
        Known known = known(posting);
        if (known.isPosted()) {
            return same(findBySource(posting.clusterId(), posting.sourceKey()).orElseThrow(), posting);
        }
        refuseClosed(posting.date().getYear(), known.state(), lateReason);
        refuseUnknown(posting, known.accounts());
        Voucher voucher = insert(posting, reverses, lateReason);
        if (lateReason != null) {
            events.publishEvent(new PostedLate(voucher.clusterId(), voucher.year(), voucher.id()));
        }
        LOG.info("voucher {} of {} posted", voucher.label(), voucher.clusterId());
        return voucher;
    }

    private static void refuseUnbalanced(Posting posting) {
        long debits = sum(posting.lines(), true);
        long credits = sum(posting.lines(), false);
        if (debits != credits || posting.lines().isEmpty()) {
            throw Refused.badRequest("Debet " + Money.kroner(debits) + " og kredit " + Money.kroner(credits)
                    + " er ikke ens, så der er ikke bogført noget.");
        }
    }

    private static long sum(List<Line> lines, boolean debit) {
        long sum = 0;
        for (Line line : lines) {
            sum = Math.addExact(sum, debit ? line.debitOere() : line.creditOere());
        }
        return sum;
    }

    private static Voucher same(Voucher there, Posting posting) {
        if (!amounts(there.lines()).equals(amounts(posting.lines()))) {
            throw new IllegalStateException("source key " + posting.sourceKey() + " of " + posting.clusterId()
                    + " was posted with other amounts as " + there.label());
        }
        return there;
    }

    private static Map<String, Long> amounts(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        Line::account, Collectors.summingLong(line -> line.debitOere() - line.creditOere())));
    }

    /**
     * What a posting is held against.
     *
     * @param accounts those of its accounts that the chart has
     */
    private record Known(boolean isPosted, YearState state, Set<String> accounts) {}

    private Known known(Posting posting) {
        return jdbc.sql("""
                        select exists (select from klyngeflow.voucher
                                       where cluster_id = :cluster and source_key = :source) as is_posted,
                               (""" + AccountingYears.STATE + """
                        ) as state,
                               array(select number from klyngeflow.account
                                     where cluster_id = :cluster and number in (:accounts)) as accounts""")
                .param("cluster", posting.clusterId())
                .param("source", posting.sourceKey())
                .param("year", posting.date().getYear())
                .param("accounts", accounts(posting))
                .query((row, number) -> new Known(
                        row.getBoolean("is_posted"), YearState.valueOf(row.getString("state")), Set.of((String[])
                                row.getArray("accounts").getArray())))
                .single();
    }

    private static List<String> accounts(Posting posting) {
        return posting.lines().stream().map(Line::account).distinct().toList();
    }

    private static void refuseClosed(int year, YearState state, @Nullable String lateReason) {
        if (state == YearState.CLOSED) {
            throw Refused.conflict("Regnskabsåret " + year + " er lukket. Bogfør i et åbent år.", Map.of());
        } else if (state == YearState.LOCKED && (lateReason == null || lateReason.isBlank())) {
            throw Refused.conflict(
                    "Regnskabsåret " + year + " er låst. Kun kassereren kan efterpostere i det, med en begrundelse.",
                    Map.of());
        } else if (state == YearState.OPEN && lateReason != null) {
            throw Refused.conflict("Regnskabsåret " + year + " er ikke låst. Bogfør som sædvanlig.", Map.of());
        }
    }

    private static void refuseUnknown(Posting posting, Set<String> known) {
        accounts(posting).stream()
                .filter(account -> !known.contains(account))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refused.badRequest("Konto " + shortened(unknown) + " findes ikke i klyngens kontoplan.");
                });
    }

    private Voucher insert(Posting posting, @Nullable String reverses, @Nullable String lateReason) {
        String id = UUID.randomUUID().toString();
        int year = posting.date().getYear();
        var now = time.now();
        long number = jdbc.sql("""
                        insert into klyngeflow.voucher (cluster_id, voucher_id, year, day, text, source_key,
                          document_id, posted_by, posted_at, reverses, late_reason)
                        values (:cluster, :id, :year, :day, :text, :source, :document, :by, :at, :reverses, :late)
                        returning number""")
                .param("cluster", posting.clusterId())
                .param("id", id)
                .param("year", year)
                .param("day", posting.date())
                .param("text", shortened(posting.text()))
                .param("source", posting.sourceKey())
                .param("document", posting.documentId())
                .param("by", posting.postedBy())
                .param("at", Timestamp.from(now))
                .param("reverses", reverses)
                .param("late", lateReason == null ? null : shortened(lateReason))
                .query(Long.class)
                .single();
        List<Line> lines = posting.lines();
        template.batchUpdate(
                """
                insert into klyngeflow.entry
                  (cluster_id, voucher_id, line, year, account, debit_oere, credit_oere, text)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, lines.size())
                        .mapToObj(i -> new Object[] {
                            posting.clusterId(),
                            id,
                            i + 1,
                            year,
                            lines.get(i).account(),
                            lines.get(i).debitOere(),
                            lines.get(i).creditOere(),
                            lines.get(i).text()
                        })
                        .toList());
        return new Voucher(id, year, number, posting.with(shortened(posting.text()), lines), now, reverses, null);
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 499) + "…";
    }
}
