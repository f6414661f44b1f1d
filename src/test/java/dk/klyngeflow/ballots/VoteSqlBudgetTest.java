package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.invoices.CountedSql;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a vote costs the database over HTTP, press by press. Whoever needs more raises a figure here and says why. */
@KlyngeflowTest
class VoteSqlBudgetTest {

    @Autowired
    VotingTown town;

    @Test
    void aVoteIsAHandfulOfStatements() {
        String cluster = town.cluster(5);
        String ballot = town.openBallot(cluster, 5, 3, 1);
        String choice = cluster + "-m02";
        // what is read once and kept
        town.vote(town.code(cluster, ballot, cluster + "-m05"), choice);
        String code = town.code(cluster, ballot, cluster + "-m04");

        // link, ballot paper, whether she has voted, names; and the link once more, as its page is at an address of its
        // own
        atMost(5, "opens her link", () -> town.look(code));
        atMost(6, "chooses", () -> town.choose(code, choice));
        // what was asked, four for the vote itself, and the link for the page with the receipt
        atMost(9, "confirms", () -> town.confirm(code, choice));
    }

    private static void atMost(int budget, String what, Runnable press) {
        List<String> sent = CountedSql.during(press);
        assertThat(sent.size())
                .as(what + ": " + sent.size() + "\n" + String.join("\n", sent))
                .isPositive()
                .isLessThanOrEqualTo(budget);
    }
}
