package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a new cluster of 9 practices and 22 people with 27 posts costs the database, which nearly every story begins with. */
@KlyngeflowTest
class OpeningSqlBudgetTest {

    private static final int MOST = 88;

    @Autowired
    DemoCluster everybody;

    @Autowired
    People people;

    @Autowired
    IdentityService identities;

    @Test
    void aNewClusterKeepsToItsBudget() {
        everybody.open("aabnes1", "aabnes1-", PaymentMode.PLO);

        List<String> sent = CountedSql.during(() -> everybody.open("aabnes2", "aabnes2-", PaymentMode.OWN_ACCOUNT));

        assertThat(sent.size()).as(byText(sent)).isBetween(10, MOST);
        assertThat(people.of("aabnes2")).hasSize(22);
        for (Role role : Role.values()) {
            assertThat(identities
                            .createUserQuery()
                            .memberOfGroup(role.group("aabnes2"))
                            .list())
                    .as(role.danish())
                    .extracting(User::getId)
                    .containsExactlyInAnyOrderElementsOf(people.holding("aabnes2", role).stream()
                            .map(Person::id)
                            .toList());
        }
        assertThat(identities.createUserQuery().memberOfTenant("aabnes2").count())
                .isEqualTo(22);
    }

    /** The most frequent first: where a loop hides. */
    private static String byText(List<String> statements) {
        return statements.stream().collect(Collectors.groupingBy(sql -> sql, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining("\n", statements.size() + "\n", ""));
    }
}
