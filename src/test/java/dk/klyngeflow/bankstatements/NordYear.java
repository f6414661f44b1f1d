package dk.klyngeflow.bankstatements;

import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;

/** The year of Klynge Nord for stories of other rooms: its books, its bank, and somebody who holds the one against the other. */
@TestComponent
public class NordYear {

    private final NordBooks books;
    private final StatementIntake intake;
    private final Reconciliation reconciliation;

    NordYear(NordBooks books, StatementIntake intake, Reconciliation reconciliation) {
        this.books = books;
        this.intake = intake;
        this.reconciliation = reconciliation;
    }

    /** With all that is posted in 2026, and nothing that the bank says. */
    public String open() {
        return books.openWithLedger();
    }

    /** In a cluster that others have opened. */
    public void isKeptBy(String cluster, String by) {
        books.keepsItsBooks(cluster, by);
    }

    /** What its bank says of the year, as the treasurer has it on her disk. */
    public static Path file() {
        return BankFiles.path(BankFiles.DANSKE);
    }

    public void theBankSaysAllOfIt(String cluster) {
        String by = cluster + "-secretary";
        StatementIntake.Taken taken =
                intake.take(cluster, StatementReader.read(BankFiles.bytes(BankFiles.CAMT), null), by);
        reconciliation.takeWhatIsCertain(cluster, taken.id());
    }

    public void theBankSays(String cluster, byte[] file, String from, String to, LocalDate today) {
        intake.take(cluster, Period.read(from, to, today).of(StatementReader.read(file, null)), cluster + "-secretary");
    }

    /** A file of anybody's bank, as another program sends it. */
    public static HttpResponse<String> sends(Browser program, String cluster, byte[] file) {
        return NordBooks.upload(program, "/api/clusters/" + cluster + "/bank-statements", "udtog.csv", file);
    }

    /** As the treasurer does it on the page of the bank. */
    public void everyLineIsExplained(String cluster) {
        String by = cluster + "-treasurer";
        reconciliation
                .proposals(cluster)
                .forEach((line, proposal) -> reconciliation.confirm(cluster, line, proposal.key(), by));
        reconciliation.lines(cluster).stream()
                .filter(BankLine::isOpen)
                .forEach(line -> reconciliation.post(cluster, line.id(), line.amountOere() > 0 ? "1800" : "4400", by));
    }
}
