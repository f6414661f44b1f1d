package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.invoices.CountedSql;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine keeps of a case is what it kept before, though it reads less for it, and of jobs only trouble. */
@KlyngeflowTest
class KeptHistoryTest {

    private static final String IS_GOOD = "isGood";

    @Autowired
    OneStep process;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    HistoryService history;

    @Autowired
    TestClock clock;

    @BeforeEach
    void aProcessIsKnown() {
        process.isKnown("${isGood || isNowhere}", step -> step.receiveTask("waits"));
    }

    @AfterEach
    void itIsForgotten() {
        clock.reset();
        process.isForgotten();
    }

    @Test
    void ofJobsOnlyWhatFailedIsKept() {
        Job good = process.jobOf(starts(true));
        jobs.executeJob(good.getId());
        assertThat(history.createHistoricJobLogQuery().jobId(good.getId()).count())
                .isZero();

        Job bad = process.jobOf(starts(false));
        fails(bad);
        assertThat(history.createHistoricJobLogQuery()
                        .jobId(bad.getId())
                        .failureLog()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void troubleIsOverWhenTheJobIsDone_howeverItsTriesWereGivenBack() {
        String one = starts(false);
        String other = starts(false);
        givesUp(one);
        givesUp(other);
        assertThat(troubles(one)).isEqualTo(1);

        instances.setVariable(one, IS_GOOD, true);
        jobs.executeJob(process.jobOf(one).getId());
        assertThat(troubles(one)).isZero();

        instances.setVariable(other, IS_GOOD, true);
        jobs.setJobRetriesByJobDefinitionId(process.jobOf(other).getJobDefinitionId(), 3);
        jobs.executeJob(process.jobOf(other).getId());
        assertThat(troubles(other)).isZero();
    }

    @Test
    void aSoundJobIsNotAskedForTrouble() {
        Job job = process.jobOf(starts(true));

        assertThat(CountedSql.during(() -> jobs.executeJob(job.getId())))
                .noneMatch(sql -> sql.contains("from ACT_RU_INCIDENT"))
                .noneMatch(sql -> sql.contains("ACT_HI_JOB_LOG"))
                .filteredOn(sql -> sql.contains("from ACT_RU_EXECUTION where"))
                .hasSize(1);
    }

    @Test
    void aChangedVariableIsKeptWithoutBeingReadFirst() {
        String id = starts(true);

        assertThat(CountedSql.during(() -> instances.setVariable(id, IS_GOOD, false)))
                .noneMatch(sql -> sql.contains("from ACT_HI_VARINST"));
        instances.setVariable(id, IS_GOOD, "nowhere");

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(id)
                        .variableName(IS_GOOD)
                        .singleResult()
                        .getValue())
                .isEqualTo("nowhere");
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(id)
                        .variableUpdates()
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list())
                .map(detail -> (HistoricVariableUpdate) detail)
                .filteredOn(update -> update.getVariableName().equals(IS_GOOD))
                .map(HistoricVariableUpdate::getValue)
                .containsExactly(true, false, "nowhere");
    }

    /** Over the night on which the clocks go forward. */
    @Test
    void howLongItTookIsReckoned() {
        Instant begun = Instant.parse("2027-03-27T12:00:00Z");
        clock.set(begun);
        String id = starts(true);
        jobs.executeJob(process.jobOf(id).getId());
        clock.set(begun.plus(Duration.ofDays(1)));

        instances.signal(instances
                .createExecutionQuery()
                .processInstanceId(id)
                .activityId("waits")
                .singleResult()
                .getId());

        long day = Duration.ofDays(1).toMillis();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(id)
                        .activityId("waits")
                        .singleResult()
                        .getDurationInMillis())
                .isEqualTo(day);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getDurationInMillis())
                .isEqualTo(day);
    }

    private String starts(boolean isGood) {
        return process.starts(Map.of(IS_GOOD, isGood));
    }

    private void givesUp(String id) {
        fails(process.jobOf(id));
        jobs.setJobRetries(process.jobOf(id).getId(), 0);
    }

    private void fails(Job job) {
        assertThatThrownBy(() -> jobs.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
    }

    private long troubles(String id) {
        return instances.createIncidentQuery().processInstanceId(id).count();
    }
}
