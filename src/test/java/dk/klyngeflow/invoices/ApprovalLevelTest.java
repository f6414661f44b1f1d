package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.bills.ApprovalLevel;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who must approve: every row of the table and both sides of every limit, without the application. */
class ApprovalLevelTest {

    private static final String FILE = "/processes/06-invoices/approval-level.dmn";
    private static final DmnModelInstance MODEL = Dmn.readModelFromStream(file());
    private static final DmnEngine ENGINE =
            new DefaultDmnEngineConfiguration().enableFeelLegacyBehavior(true).buildEngine();
    private static final DmnDecision DECISION = ENGINE.parseDecision("approval-level", MODEL);

    @ParameterizedTest(name = "{6}: {0} øre -> {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # amount   | account | budget left | first | claimed | level | why
            0          | 2100    | 100         | false | NOBODY  | 1     | nothing to pay
            50000      | 2100    | 100         | false | NOBODY  | 1     | exactly the secretary's limit
            50001      | 2100    | 100         | false | NOBODY  | 2     | one øre over the secretary's limit
            1000000    | 2100    | 100         | false | NOBODY  | 2     | exactly the coordinator's limit
            1000001    | 2100    | 100         | false | NOBODY  | 3     | one øre over the coordinator's limit
            5000000    | 2100    | 100         | false | NOBODY  | 3     | exactly the board's limit
            5000001    | 2100    | 100         | false | NOBODY  | 4     | one øre over the board's limit
            9000000000 | 2100    | 100         | false | NOBODY  | 4     | more øre than an int can hold
            1          | 2100    | 100         | true  | NOBODY  | 2     | a new supplier
            1000001    | 2100    | 100         | true  | NOBODY  | 3     | a new supplier takes nothing away
            1          | 3100    | 100         | false | NOBODY  | 2     | a fee
            1          | 3200    | 100         | false | NOBODY  | 2     | another fee
            1          | 3300    | 100         | false | NOBODY  | 2     | a third fee
            1          | 3400    | 100         | false | NOBODY  | 1     | no fee
            1          | 2100    | 0           | false | NOBODY  | 1     | the budget is used to the last øre
            1          | 2100    | -1          | false | NOBODY  | 3     | one øre over budget
            5000001    | 2100    | -1          | false | NOBODY  | 4     | over budget and very large
            1          | 2100    | 9223372036854775807 | false | NOBODY | 1 | no budget has been set
            1          | 2100    | 100         | false | MEMBER  | 2     | a member's claim
            1000001    | 2100    | 100         | false | MEMBER  | 3     | a member's large claim
            1          | 2100    | 100         | false | OFFICER | 3     | an officer's claim
            5000001    | 3100    | -1          | true  | OFFICER | 4     | everything at once
            """)
    void isWhatTheTableSays(
            long amount, String account, long left, boolean isFirst, String claimedBy, int level, String why) {
        assertThat(decide(facts(amount, account, left, isFirst, claimedBy)))
                .as(why)
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "limits {0}, {1}, {2}: {3} øre -> {4}")
    @CsvSource({"0,0,0,0,1", "0,0,0,1,4", "0,1000000,5000000,1,2", "100,100,5000000,101,3", "100,100,100,100,1"})
    void followsTheLimitsOfTheCluster(long secretary, long coordinator, long board, long amount, int level) {
        Map<String, Object> facts = facts(amount, "2100", 1, false, "NOBODY");
        facts.put("secretaryLimit", secretary);
        facts.put("coordinatorLimit", coordinator);
        facts.put("boardLimit", board);
        assertThat(decide(facts)).isEqualTo(level);
    }

    @Test
    void anAccountOfTheBoardsIsApprovedByTheBoard() {
        Map<String, Object> facts = facts(1, "2100", 100, false, "NOBODY");
        facts.put("isBoardOnly", true);
        assertThat(decide(facts)).isEqualTo(3);
        facts.put("amount", 5_000_001L);
        assertThat(decide(facts)).as("and the members when it is very large").isEqualTo(4);
    }

    @Test
    void knowsEveryRowByName() {
        Set<String> rows = new TreeSet<>();
        MODEL.getModelElementsByType(DecisionTable.class)
                .forEach(table -> table.getRules().forEach(rule -> rows.add(rule.getId())));
        assertThat(rows)
                .as("a row more needs its own examples above")
                .containsExactlyInAnyOrder(
                        "withinSecretaryLimit",
                        "withinCoordinatorLimit",
                        "aboveCoordinatorLimit",
                        "aboveBoardLimit",
                        "firstTimeSupplier",
                        "feeAccount",
                        "overBudget",
                        "memberClaim",
                        "officerClaim",
                        "boardOnlyAccount");
    }

    @Test
    void everyLevelIsOneThatTheApplicationKnows() {
        for (int number = 1; number <= 4; number++) {
            assertThat(ApprovalLevel.of(number).number()).isEqualTo(number);
        }
    }

    private static Map<String, Object> facts(
            long amount, String account, long left, boolean isFirst, String claimedBy) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("amount", amount);
        facts.put("category", account);
        facts.put("budgetLeft", left);
        facts.put("isFirstTimeSupplier", isFirst);
        facts.put("claimedBy", ApprovalFacts.ClaimedBy.valueOf(claimedBy).name());
        facts.put("isBoardOnly", false);
        facts.put("secretaryLimit", 50_000L);
        facts.put("coordinatorLimit", 1_000_000L);
        facts.put("boardLimit", 5_000_000L);
        return facts;
    }

    private static int decide(Map<String, Object> facts) {
        Number level = ENGINE.evaluateDecisionTable(DECISION, facts).getSingleEntry();
        return level.intValue();
    }

    private static InputStream file() {
        return ApprovalLevelTest.class.getResourceAsStream(FILE);
    }
}
