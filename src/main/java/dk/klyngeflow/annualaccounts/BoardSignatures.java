package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about those of the board of a year who do not sign, as one who has left and never answers. */
@Component
public class BoardSignatures {

    private final AccountsOfYear accounts;
    private final AnnualRows rows;
    private final People people;

    BoardSignatures(AccountsOfYear accounts, AnnualRows rows, People people) {
        this.accounts = accounts;
        this.rows = rows;
        this.people = people;
    }

    /** The names of those who have not signed the newest draft. */
    public List<String> missing(String clusterId, int year) {
        return accounts.missingSignatures(clusterId, year).stream()
                .map(people::nameOf)
                .toList();
    }

    /** Danish, why the accounts cannot go on without those who are missing; a board decides when half of it is there. */
    public Optional<String> objectionToGoingWithout(String clusterId, int year) {
        int board = accounts.board(clusterId, year).size();
        int missing = accounts.missingSignatures(clusterId, year).size();
        return 2 * missing > board
                ? Optional.of("Mindst halvdelen af bestyrelsen i " + year
                        + " skal have skrevet under. Læg ellers en underskrevet udgave ved på siden Årsregnskab.")
                : Optional.empty();
    }

    /** Goes on without them; the reason is printed on the page of approvals. */
    @Transactional
    public void goWithout(String clusterId, int year, String why) {
        rows.unsigned(accounts.latestDraft(clusterId, year).orElseThrow(Refused::notFound), why);
    }
}
