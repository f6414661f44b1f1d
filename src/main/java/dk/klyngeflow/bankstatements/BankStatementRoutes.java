package dk.klyngeflow.bankstatements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    BankStatementRoutes(BankBooks books, StatementIntake intake, BankStatements statements) {
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
            @Nullable Object match) {}

    @PostMapping
    ResponseEntity<Map<String, Object>> post(
            @PathVariable String cluster,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(defaultValue = "false") boolean preview) {
        String by = books.requireToWork(cluster);
        ReadFile read = StatementReader.read(bytes(file), profile);
        if (preview) {
            return ResponseEntity.ok(answer(cluster, intake.preview(cluster, read), false));
        }
        StatementIntake.Taken taken = intake.take(cluster, read, by);
        Map<String, Object> answer = answer(cluster, taken, true);
        if (taken.news() == 0) {
            answer.remove("id");
            answer.put("status", HttpStatus.CONFLICT.value());
            answer.put("message", "Alt i filen er læst ind før. Intet er gemt.");
            return ResponseEntity.status(HttpStatus.CONFLICT).body(answer);
        }
        return ResponseEntity.created(URI.create("/api/clusters/" + cluster + "/bank-statements"))
                .body(answer);
    }

    @GetMapping
    List<BankStatement> list(@PathVariable String cluster) {
        books.requireToRead(cluster);
        return statements.all(cluster);
    }

    private Map<String, Object> answer(String cluster, StatementIntake.Taken taken, boolean isKept) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", isKept ? taken.id() : null);
        answer.put("profile", taken.file().profile());
        List<Object> told = new ArrayList<>();
        for (int i = 0; i < taken.file().statements().size(); i++) {
            told.add(statement(taken.file().statements().get(i), taken.fresh().get(i)));
        }
        answer.put("statements", told);
        answer.put("problems", taken.file().problems());
        return answer;
    }

    private static Map<String, Object> statement(ReadFile.Statement statement, Map<ReadFile.Line, Integer> fresh) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("account", statement.account());
        told.put("currency", statement.currency());
        told.put("from", statement.from());
        told.put("to", statement.to());
        told.put("openingOere", statement.openingOere());
        told.put("closingOere", statement.closingOere());
        told.put(
                "lines",
                statement.lines().stream()
                        .map(line -> new LineAnswer(
                                line.line(),
                                line.day(),
                                line.valueDay(),
                                line.amountOere(),
                                line.text(),
                                line.reference(),
                                fresh.containsKey(line) ? "OPEN" : "KNOWN",
                                null))
                        .toList());
        return told;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
