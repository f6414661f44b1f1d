package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what is new of a statement, once. */
@Component
class StatementIntake {

    private static final Logger LOG = LoggerFactory.getLogger(StatementIntake.class);

    private final BankStatements statements;
    private final Clusters clusters;
    private final AccountingYears years;
    private final ApplicationEventPublisher events;
    private final CopenhagenTime time;

    StatementIntake(
            BankStatements statements,
            Clusters clusters,
            AccountingYears years,
            ApplicationEventPublisher events,
            CopenhagenTime time) {
        this.statements = statements;
        this.clusters = clusters;
        this.years = years;
        this.events = events;
        this.time = time;
    }

    /**
     * What a file brought.
     *
     * @param id of what was kept; empty when nothing was
     * @param fresh the lines that were new; by statement, in the order of the file
     * @param locked the lines that were new and not taken in, since nobody but the treasurer posts in their year
     * @param more the statements without new lines that say all of days of which not all was known
     */
    record Taken(
            String id,
            ReadFile file,
            List<Map<ReadFile.Line, Integer>> fresh,
            Set<ReadFile.Line> locked,
            List<ReadFile.Statement> more) {

        int news() {
            return fresh.stream().mapToInt(Map::size).sum();
        }

        boolean isNew() {
            return news() > 0 || !more.isEmpty();
        }

        /** Danish, what was kept. */
        String what() {
            String news = news() == 1
                    ? "En ny linje er læst ind."
                    : news() == 0
                            ? "Kontoudtoget er læst ind. Der var ingen nye linjer."
                            : news() + " nye linjer er læst ind.";
            String days = file.statements().stream()
                    .map(each -> new ToldDays.Span(each.from(), each.to()).inWords())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return news + " Det gælder " + days + ".";
        }

        /** Danish, why nothing was kept. */
        String nothing() {
            return locked.isEmpty()
                    ? "Alt i filen er læst ind før. Intet er gemt."
                    : "Intet er gemt: de nye linjer i filen er fra "
                            + locked.stream()
                                    .map(line -> line.day().getYear())
                                    .distinct()
                                    .sorted()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" og "))
                            + ", som er låst eller lukket.";
        }
    }

    static String ledgerAccount(Cluster cluster) {
        return cluster.paymentMode() == PaymentMode.PLO ? ChartOfAccounts.PLO : ChartOfAccounts.BANK;
    }

    /** What would come of it; a foreign account or currency is a problem and no refusal. */
    Taken preview(String clusterId, ReadFile read) {
        Cluster cluster = clusters.get(clusterId);
        List<ReadFile.Problem> problems = new ArrayList<>(read.problems());
        for (ReadFile.Statement statement : read.statements()) {
            String objection = objection(cluster, read, statement);
            if (!objection.isEmpty()) {
                problems.add(new ReadFile.Problem(0, objection));
            }
        }
        return taken("", cluster, read, problems);
    }

    /**
     * Keeps what is new.
     *
     * @throws Refused 422 when it is of another account or currency
     */
    @Transactional
    Taken take(String clusterId, ReadFile read, String by) {
        Cluster cluster = clusters.get(clusterId);
        for (ReadFile.Statement statement : read.statements()) {
            String objection = objection(cluster, read, statement);
            if (!objection.isEmpty()) {
                throw StatementReader.refused(objection + " Intet er gemt.");
            }
        }
        // in this order everywhere: a year is not locked between its lines being counted and kept
        years.lockBooks(clusterId);
        statements.lock(clusterId);
        Taken taken = taken(UUID.randomUUID().toString(), cluster, read, read.problems());
        if (!taken.isNew()) {
            return taken;
        }
        BankStatements.Into into = new BankStatements.Into(clusterId, ledgerAccount(cluster), taken.id, by, time.now());
        for (int i = 0; i < read.statements().size(); i++) {
            if (!taken.fresh.get(i).isEmpty()
                    || taken.more.contains(read.statements().get(i))) {
                statements.keep(into, read.profile(), read.statements().get(i), taken.fresh.get(i));
            }
        }
        events.publishEvent(new StatementTaken(clusterId));
        LOG.info("bank statement {} of {} taken in", taken.id, clusterId);
        return taken;
    }

    private String objection(Cluster cluster, ReadFile read, ReadFile.Statement statement) {
        if (!statement.currency().equals("DKK")) {
            return "Kontoudtoget er i " + StatementReader.shortened(statement.currency())
                    + ", og regnskabet er i kroner.";
        }
        OwnAccount.Verdict verdict = OwnAccount.verdict(cluster, written(cluster.id()), statement.account());
        if (verdict == OwnAccount.Verdict.UNTOLD && hasSeveralAccounts(read)) {
            return "Filen har flere konti, og det kan ikke ses, om " + StatementReader.shortened(statement.account())
                    + " er klyngens egen. Hent kun klyngens konto i netbanken.";
        }
        return verdict == OwnAccount.Verdict.FOREIGN
                ? "Kontoudtoget er for konto " + StatementReader.shortened(statement.account())
                        + ", som ikke er klyngens egen" + (cluster.iban() == null ? "." : " (" + cluster.iban() + ").")
                : "";
    }

    private static boolean hasSeveralAccounts(ReadFile read) {
        return read.statements().stream()
                        .map(statement -> OwnAccount.compact(statement.account()))
                        .filter(account -> !account.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    private List<String> written(String clusterId) {
        return statements.all(clusterId).stream()
                .map(BankStatement::account)
                .distinct()
                .toList();
    }

    private Taken taken(String id, Cluster cluster, ReadFile read, List<ReadFile.Problem> found) {
        List<ReadFile.Problem> problems = new ArrayList<>(found);
        List<Map<ReadFile.Line, Integer>> fresh = new ArrayList<>();
        List<ReadFile.Statement> more = new ArrayList<>();
        Set<ReadFile.Line> over = new HashSet<>();
        List<BankStatement> before = statements.all(cluster.id());
        List<BankLine> kept = statements.lines(cluster.id(), ledgerAccount(cluster));
        ToldBefore told = new ToldBefore(kept);
        for (ReadFile.Statement statement : read.statements()) {
            Map<ReadFile.Line, Integer> news = told.news(
                    statement, line -> years.isOpen(cluster.id(), line.day().getYear()));
            news.keySet().stream()
                    .filter(line -> !years.isOpen(cluster.id(), line.day().getYear()))
                    .forEach(over::add);
            news.keySet().removeAll(over);
            fresh.add(news);
            if (news.isEmpty()
                    && statement.lines().stream().noneMatch(over::contains)
                    && before.stream().noneMatch(each -> hasAll(each, statement))) {
                more.add(statement);
            }
            // where a statement of the file ends another may begin
            if (read.statements().stream().noneMatch(other -> other != statement && follows(statement, other))) {
                gap(statement, kept, problems);
            }
        }
        over.stream()
                .map(line -> line.day().getYear())
                .distinct()
                .sorted()
                .forEach(
                        year -> problems.add(
                                new ReadFile.Problem(
                                        0,
                                        "Filen har nye linjer fra " + year
                                                + ", som er låst eller lukket. De er ikke læst ind; kassereren kan efterpostere dem, så længe året ikke er lukket.")));
        return new Taken(
                id,
                new ReadFile(read.profile(), read.statements(), List.copyOf(problems)),
                List.copyOf(fresh),
                Set.copyOf(over),
                List.copyOf(more));
    }

    private static boolean follows(ReadFile.Statement statement, ReadFile.Statement other) {
        return statement.openingOere() != null && statement.openingOere().equals(other.closingOere());
    }

    private static Optional<BankLine> lastBefore(LocalDate day, List<BankLine> kept) {
        return kept.stream().filter(line -> line.day().isBefore(day)).reduce((earlier, later) -> later);
    }

    private static boolean hasAll(BankStatement kept, ReadFile.Statement read) {
        return !kept.fromDay().isAfter(read.from()) && !kept.toDay().isBefore(read.to());
    }

    /** The first balance follows from the last line before it, or something is missing in between. */
    private static void gap(ReadFile.Statement statement, List<BankLine> kept, List<ReadFile.Problem> problems) {
        Long opening = statement.openingOere();
        BankLine before = lastBefore(statement.from(), kept).orElse(null);
        if (kept.stream()
                .anyMatch(line -> line.day().equals(statement.from()) && Objects.equals(opening, line.balanceOere()))) {
            return;
        }
        if (opening == null || before == null || before.balanceOere() == null || opening.equals(before.balanceOere())) {
            return;
        }
        problems.add(new ReadFile.Problem(
                0,
                "Kontoudtoget begynder med " + Money.kroner(opening) + ", men det, der er læst før, slutter med "
                        + Money.kroner(before.balanceOere())
                        + " Der mangler linjer imellem. Læs også filen for tiden imellem; rækkefølgen er ligegyldig."));
    }
}
