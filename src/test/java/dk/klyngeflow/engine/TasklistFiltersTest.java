package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KlyngeflowTest
class TasklistFiltersTest {

    private static final String ME = "filter-me";
    private static final String OTHER = "filter-other";
    private static final String MY_GROUP = "filter.secretary";

    @Autowired
    TasklistFilters tasklistFilters;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    TestClock clock;

    @BeforeEach
    void people() {
        clock.reset();
        tasklistFilters.arrange();
        for (String id : List.of(ME, OTHER)) {
            User user = identities.newUser(id);
            user.setPassword("en lang adgangskode");
            identities.saveUser(user);
        }
        Group group = identities.newGroup(MY_GROUP);
        identities.saveGroup(group);
        identities.createMembership(ME, MY_GROUP);
        grant(Resources.FILTER);
        grant(Resources.TASK);
        grant(Resources.GROUP);
        Instant now = clock.instant();
        task("mine", ME, null, now.plus(Duration.ofDays(30)));
        task("mine, late", ME, null, now.minus(Duration.ofHours(1)));
        task("my role's", null, MY_GROUP, now.plus(Duration.ofDays(7)));
        task("my role's, late", null, MY_GROUP, now.minus(Duration.ofDays(1)));
        task("my role's, taken by another", OTHER, MY_GROUP, now.minus(Duration.ofDays(1)));
        task("another role's", null, "filter.board", now.minus(Duration.ofDays(1)));
        task("another's", OTHER, null, now.plus(Duration.ofDays(1)));
    }

    @AfterEach
    void leave() {
        identities.clearAuthentication();
        tasks.createTaskQuery()
                .taskDescription("TasklistFiltersTest")
                .list()
                .forEach(task -> tasks.deleteTask(task.getId(), true));
        authorizations
                .createAuthorizationQuery()
                .userIdIn(ME, OTHER)
                .list()
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
        identities.deleteMembership(ME, MY_GROUP);
        identities.deleteGroup(MY_GROUP);
        identities.deleteUser(ME);
        identities.deleteUser(OTHER);
        clock.reset();
        tasklistFilters.arrange();
    }

    @Test
    void showsInOneListWhatIsMineAndWhatMyRoleMayTake() {
        assertThat(shown("Mine opgaver"))
                .containsExactlyInAnyOrder("mine", "mine, late", "my role's", "my role's, late");
    }

    @Test
    void showsWhatAnybodyInMyRoleMayTake() {
        assertThat(shown("Min rolles opgaver")).containsExactlyInAnyOrder("my role's", "my role's, late");
    }

    @Test
    void showsEverythingToWhoOnlyLooks() {
        assertThat(shown("Klyngens opgaver"))
                .contains("mine", "my role's, taken by another", "another role's", "another's");
    }

    @Test
    void showsWhatIsLate() {
        assertThat(shown("Forfaldne")).containsExactlyInAnyOrder("mine, late", "my role's, late");
    }

    @Test
    void showsTheNextSevenDays() {
        assertThat(shown("Denne uge")).containsExactlyInAnyOrder("mine, late", "my role's", "my role's, late");
    }

    @Test
    void movesTheWeekWithTheDays() {
        clock.advance(Duration.ofDays(23));
        tasklistFilters.arrange();

        assertThat(shown("Denne uge")).contains("mine");
    }

    @Test
    void areMadeOnceByTwoNodes() throws Exception {
        filters.createTaskFilterQuery().list().forEach(filter -> filters.deleteFilter(filter.getId()));
        Callable<Boolean> start = () -> {
            tasklistFilters.arrange();
            return true;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (var node : nodes.invokeAll(List.of(start, start))) {
                assertThat(node.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(filters.createTaskFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder(
                        "Mine opgaver", "Forfaldne", "Denne uge", "Min rolles opgaver", "Klyngens opgaver");
    }

    @Test
    void areLeftAloneWhenNothingChanged() {
        List<Integer> before = revisions();

        tasklistFilters.arrange();

        assertThat(revisions()).isEqualTo(before);
    }

    private List<Integer> revisions() {
        return filters.createTaskFilterQuery().orderByFilterName().asc().list().stream()
                .map(filter -> ((FilterEntity) filter).getRevision())
                .toList();
    }

    private List<String> shown(String name) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        identities.setAuthentication(ME, List.of(MY_GROUP), List.of());
        try {
            return filters.<Task>listPage(filter.getId(), 0, 100).stream()
                    .map(Task::getName)
                    .toList();
        } finally {
            identities.clearAuthentication();
        }
    }

    private void task(String name, @Nullable String assignee, @Nullable String group, Instant due) {
        Task task = tasks.newTask();
        task.setName(name);
        task.setDescription("TasklistFiltersTest");
        task.setAssignee(assignee);
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
        if (group != null) {
            tasks.addCandidateGroup(task.getId(), group);
        }
    }

    private void grant(Resources resource) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(ME);
        grant.setResource(resource);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
    }
}
