package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.security.TwoClusters;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.management.JobDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine need not read again with every command, and what it writes in one go; nothing of it may be seen from outside. */
@KlyngeflowTest
class RememberedDefinitionsTest {

    @Autowired
    OneStep process;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aProcessIsKnown() {
        process.isKnown("${true}", step -> step);
    }

    @AfterEach
    void itIsForgotten() {
        process.isForgotten();
    }

    @Test
    void neitherIsReadAgain() {
        starts();

        assertThat(CountedSql.during(this::starts))
                .noneMatch(sql -> sql.contains("from ACT_RE_PROCDEF where ID_"))
                .noneMatch(sql -> sql.contains("from ACT_RU_JOBDEF where ID_"));
    }

    @Test
    void theNewestVersionIsStarted_howeverLittleItIsLookedFor() {
        String first = process.definition();
        String key = models.getProcessDefinition(first).getKey();
        startsNewest(key);
        assertThat(CountedSql.during(() -> startsNewest(key)))
                .noneMatch(sql -> sql.contains("from ACT_RE_PROCDEF RES where KEY_"));

        String second = process.newVersion();
        assertThat(startsNewest(key)).isNotEqualTo(first);

        models.deleteDeployment(second, true);
        assertThat(startsNewest(key)).isEqualTo(first);
    }

    /** @return which version it was */
    private String startsNewest(String key) {
        return instances
                .createProcessInstanceByKey(key)
                .processDefinitionWithoutTenantId()
                .setVariable(ClusterTenants.CLUSTER_ID.name(), TwoClusters.ONE)
                .execute()
                .getProcessDefinitionId();
    }

    @Test
    void aProcessThatIsSuspendedStartsNoMore() {
        starts();

        models.suspendProcessDefinitionById(process.definition());

        assertThatThrownBy(this::starts).isInstanceOf(SuspendedEntityInteractionException.class);
        models.activateProcessDefinitionById(process.definition());
        assertThat(starts()).isNotNull();
    }

    @Test
    void aStepThatIsSuspendedWaits() {
        assertThat(process.jobOf(starts()).isSuspended()).isFalse();
        JobDefinition step = step();

        jobs.suspendJobDefinitionById(step.getId(), false);
        assertThat(process.jobOf(starts()).isSuspended()).isTrue();

        jobs.activateJobDefinitionById(step.getId(), false);
        assertThat(process.jobOf(starts()).isSuspended()).isFalse();
    }

    @Test
    void anAdministratorsPriorityIsKept() {
        starts();

        jobs.setOverridingJobPriorityForJobDefinition(step().getId(), 7);

        assertThat(step().getOverridingJobPriority()).isEqualTo(7);
    }

    @Test
    void everythingOfACaseThatEndedMayGoAtTheSameTime() {
        String started = starts();
        List<String> sent =
                CountedSql.during(() -> jobs.executeJob(process.jobOf(started).getId()));

        List<String> keeping =
                sent.stream().filter(sql -> sql.contains("REMOVAL_TIME_ = ?")).toList();
        assertThat(keeping).hasSize(1);
        int filled = 0;
        for (String table : tablesOfHistory()) {
            assertThat(keeping.get(0)).contains("update " + table + " set");
            List<String> times = jdbc.sql("select distinct coalesce(removal_time_::text, 'never') from " + table
                            + " where root_proc_inst_id_ = :root")
                    .param("root", started)
                    .query(String.class)
                    .list();
            assertThat(times).as(table).hasSizeLessThan(2).doesNotContain("never");
            filled += times.size();
        }
        assertThat(filled).isGreaterThan(2);
    }

    /** All that belong to a case as a whole; on single cases nothing is granted. */
    private List<String> tablesOfHistory() {
        List<String> found = jdbc.sql("""
                        select upper(table_name) from information_schema.columns
                        where lower(table_name) like 'act%' and lower(column_name) in ('root_proc_inst_id_', 'removal_time_')
                        group by table_name having count(*) = 2""").query(String.class).list();
        assertThat(found).hasSizeGreaterThan(10);
        return found.stream()
                .filter(name -> !name.equals("ACT_RU_AUTHORIZATION"))
                .toList();
    }

    private String starts() {
        return process.starts(Map.of());
    }

    private JobDefinition step() {
        return jobs.createJobDefinitionQuery()
                .processDefinitionId(process.definition())
                .singleResult();
    }
}
