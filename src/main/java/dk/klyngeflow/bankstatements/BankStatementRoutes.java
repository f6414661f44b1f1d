package dk.klyngeflow.bankstatements;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.engine.CopenhagenTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code /api/clusters/{cluster}/bank-statements}: takes statements in and shows them; amounts in øre. */
@RestController
@RequestMapping("/api/clusters/{cluster}/bank-statements")
class BankStatementRoutes {

    private final BankBooks books;
    private final StatementIntake intake;
    private final BankStatements statements;
    private final Reconciliation reconciliation;
    private final BankMatches matches;
    private final CopenhagenTime time;

    BankStatementRoutes(
            BankBooks books,
            StatementIntake intake,
            BankStatements statements,
            Reconciliation reconciliation,
            BankMatches matches,
            CopenhagenTime time) {
        this.time = time;
        this.reconciliation = reconciliation;
        this.matches = matches;
        this.books = books;
        this.intake = intake;
        this.statements = statements;
    }

    /** @param match why the ledger has it already, or null */
    record LineAnswer(
            int line,
            LocalDate day,
            LocalDate valueDay,
            long amountOere,
            String text,
            String reference,
            String status,
            @Nullable MatchAnswer match) {}

    /** What a file says; {@code id} is null while nothing is kept. */
    record Answer(@Nullable String id, @JsonUnwrapped Read read) {}

    /** A file of which everything was known. */
    record NothingNew(
            int status, String message, @JsonUnwrapped Read read) {}

    record Read(String profile, List<StatementAnswer> statements, List<ReadFile.Problem> problems) {}

    record StatementAnswer(
            String account,
            String currency,
            LocalDate from,
            LocalDate to,
            @Nullable Long openingOere,
            @Nullable Long closingOere,
            List<LineAnswer> lines) {}

    @PostMapping
    ResponseEntity<?> post(
            @PathVariable String cluster,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean preview) {
        String by = books.requireToWork(cluster);
        ReadFile read = Period.read(from, to, time.today()).of(StatementReader.read(bytes(file), profile));
        if (preview) {
            return ResponseEntity.ok(new Answer(null, read(intake.preview(cluster, read), Map.of())));
        }
        StatementIntake.Taken taken = intake.take(cluster, read, by);
        if (taken.news() > 0) {
            reconciliation.takeWhatIsCertain(cluster, taken.id());
        }
        Read told = read(taken, states(cluster, taken.file()));
        return taken.isNew()
                ? ResponseEntity.created(URI.create("/api/clusters/" + cluster + "/bank-statements"))
                        .body(new Answer(taken.id(), told))
                : ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new NothingNew(HttpStatus.CONFLICT.value(), taken.nothing(), told));
    }

    @GetMapping
    List<BankStatement> list(@PathVariable String cluster) {
        books.requireToRead(cluster);
        return statements.all(cluster);
    }

    /** What is in the ledger already, or may be. */
    record MatchAnswer(String rule, String reason, String what) {}

    record State(String status, @Nullable MatchAnswer match) {}

    /** By the number of the line; also of what was known before: equal lines are told apart by their order. */
    private Map<Integer, State> states(String cluster, ReadFile file) {
        Map<String, Proposal> proposals = reconciliation.proposals(cluster);
        Map<String, BankMatch> made = matches.all(cluster);
        Map<String, String> labels = matches.labels(cluster);
        Map<Integer, State> states = new HashMap<>();
        Map<ToldBefore.Fingerprint, Deque<BankLine>> kept = new HashMap<>();
        reconciliation
                .lines(cluster)
                .forEach(line -> kept.computeIfAbsent(
                                new ToldBefore.Fingerprint(line.day(), line.amountOere()), print -> new ArrayDeque<>())
                        .add(line));
        for (ReadFile.Line read : file.statements().stream()
                .flatMap(each -> each.lines().stream())
                .toList()) {
            Deque<BankLine> same = kept.get(new ToldBefore.Fingerprint(read.day(), read.amountOere()));
            if (same == null || same.isEmpty()) {
                continue;
            }
            BankLine line = same.stream()
                    .filter(each -> Objects.equals(each.balanceOere(), read.balanceOere()))
                    .findFirst()
                    .orElse(same.element());
            same.remove(line);
            BankMatch match = line.match() == null ? null : made.get(line.match());
            Proposal proposal = proposals.get(line.id());
            if (match != null) {
                String what = "bilag " + labels.getOrDefault(match.id(), "");
                states.put(read.line(), new State("MATCHED", new MatchAnswer(match.rule(), match.reason(), what)));
            } else if (proposal != null) {
                MatchAnswer answer = new MatchAnswer(proposal.rule(), proposal.reason(), proposal.what());
                states.put(read.line(), new State("PROPOSED", answer));
            }
        }
        return states;
    }

    private static Read read(StatementIntake.Taken taken, Map<Integer, State> states) {
        List<StatementAnswer> told = new ArrayList<>();
        for (int i = 0; i < taken.file().statements().size(); i++) {
            told.add(statement(
                    taken.file().statements().get(i), taken.fresh().get(i).keySet(), taken.locked(), states));
        }
        return new Read(taken.file().profile(), told, taken.file().problems());
    }

    private static StatementAnswer statement(
            ReadFile.Statement statement,
            Set<ReadFile.Line> fresh,
            Set<ReadFile.Line> locked,
            Map<Integer, State> states) {
        return new StatementAnswer(
                statement.account(),
                statement.currency(),
                statement.from(),
                statement.to(),
                statement.openingOere(),
                statement.closingOere(),
                statement.lines().stream()
                        .map(line -> line(
                                line,
                                locked.contains(line) ? "LOCKED" : fresh.contains(line) ? "OPEN" : "KNOWN",
                                states.get(line.line())))
                        .toList());
    }

    /** @param kept OPEN for one that was taken in, LOCKED for one that its year no longer takes in, KNOWN for one from before */
    private static LineAnswer line(ReadFile.Line line, String kept, @Nullable State state) {
        return new LineAnswer(
                line.line(),
                line.day(),
                line.valueDay(),
                line.amountOere(),
                line.text(),
                line.reference(),
                kept.equals("OPEN") && state != null ? state.status() : kept,
                state == null ? null : state.match());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
