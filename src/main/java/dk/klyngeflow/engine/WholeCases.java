package dk.klyngeflow.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;

/**
 * Within one command the engine reads a row by its id and, a moment later, all rows beside it: the place of a case and then every place, a
 * job and then every job of that place, a task and then those below and beside it. Here what lies beside is read with the first. Nothing is
 * remembered beyond the command, and what is written is held against the revision that was read, as ever.
 */
final class WholeCases {

    private static final String PLACES = "klyngeflowPlacesOfTheSameCase";
    private static final String JOBS = "klyngeflowJobsOfTheSamePlace";
    private static final String TASKS = "klyngeflowTasksBesideAndBelow";

    private WholeCases() {}

    /** For the engine's custom session factories. */
    static List<SessionFactory> factories() {
        return List.of(
                new Factory(DbEntityManager.class, Rows::new),
                new Factory(ExecutionManager.class, Places::new),
                new Factory(JobManager.class, Jobs::new),
                new Factory(TaskManager.class, Tasks::new),
                new Factory(IncidentManager.class, Incidents::new));
    }

    /** Makes the statements known to the engine, once it has its own. */
    static void addTo(Configuration statements) {
        OtherStatements.select(
                statements,
                PLACES,
                "selectExecutionsByProcessInstanceId",
                "PROC_INST_ID_ = ?",
                "PROC_INST_ID_ = (select PROC_INST_ID_ from " + OtherStatements.TABLE + " where ID_ = ?)");
        OtherStatements.select(
                statements,
                JOBS,
                "selectJobsByExecutionId",
                "J.EXECUTION_ID_ = ?",
                "(J.ID_ = ? or J.EXECUTION_ID_ = (select EXECUTION_ID_ from " + OtherStatements.TABLE
                        + " where ID_ = ?))");
        OtherStatements.select(
                statements,
                TASKS,
                "selectTasksByExecutionId",
                "T.EXECUTION_ID_ = ?",
                "(T.ID_ = ? or T.PARENT_TASK_ID_ = ?" + " or T.EXECUTION_ID_ = (select EXECUTION_ID_ from "
                        + OtherStatements.TABLE + " where ID_ = ?))");
    }

    /** That a task is about to be completed: what the engine will ask of it one by one is read at once. */
    static void completes(String taskId) {
        if (Context.getCommandContext().getTaskManager() instanceof Tasks tasks) {
            tasks.readAround(taskId);
        }
    }

    private record Factory(Class<?> type, Supplier<Session> open) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return open.get();
        }
    }

    /** Whoever runs a job reads its row past the jobs' own session. */
    private static final class Rows extends DbEntityManager {

        private Rows() {
            super(
                    Context.getProcessEngineConfiguration().getIdGenerator(),
                    Context.getCommandContext().getSession(PersistenceSession.class));
        }

        @Override
        public <T extends DbEntity> T selectById(Class<T> type, String id) {
            return type == JobEntity.class && getCachedEntity(type, id) == null
                    ? type.cast(Context.getCommandContext().getJobManager().findJobById(id))
                    : super.selectById(type, id);
        }
    }

    @SuppressWarnings({"NullAway", "unchecked"}) // the engine's own signatures say nothing about null
    private static final class Places extends ExecutionManager {

        private final Map<String, List<ExecutionEntity>> read = new HashMap<>();

        @Override
        public ExecutionEntity findExecutionById(String id) {
            ExecutionEntity known = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
            if (known != null) {
                return known;
            }
            List<ExecutionEntity> all = getDbEntityManager().selectList(PLACES, id);
            if (!all.isEmpty()) {
                read.put(all.get(0).getProcessInstanceId(), all);
            }
            return getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
        }

        @Override
        public List<ExecutionEntity> findExecutionsByProcessInstanceId(String id) {
            return new ArrayList<>(read.computeIfAbsent(id, super::findExecutionsByProcessInstanceId));
        }

        /** Trouble may have moved to another place of the case with what it befell, so all of them are asked. */
        boolean hasSurelyNoIncident(String executionId) {
            ExecutionEntity place = getDbEntityManager().getCachedEntity(ExecutionEntity.class, executionId);
            List<ExecutionEntity> all = place == null ? null : read.get(place.getProcessInstanceId());
            return all != null && isFree(place) && all.stream().allMatch(Places::isFree);
        }

        /** The engine keeps with each place whether one of its kind is there at all. */
        private static boolean isFree(ExecutionEntity place) {
            return !BitMaskUtil.isBitOn(place.getCachedEntityState(), ExecutionEntity.INCIDENT_STATE_BIT);
        }
    }

    @SuppressWarnings({"NullAway", "unchecked"})
    private static final class Jobs extends JobManager {

        private final Map<String, List<JobEntity>> read = new HashMap<>();

        @Override
        public JobEntity findJobById(String id) {
            List<JobEntity> all = getDbEntityManager().selectList(JOBS, id);
            JobEntity found = all.stream()
                    .filter(job -> job.getId().equals(id))
                    .findFirst()
                    .orElse(null);
            if (found != null && found.getExecutionId() != null) {
                read.put(found.getExecutionId(), all);
            }
            return found;
        }

        @Override
        public List<JobEntity> findJobsByExecutionId(String id) {
            List<JobEntity> known = read.get(id);
            return known == null ? super.findJobsByExecutionId(id) : new ArrayList<>(known);
        }
    }

    @SuppressWarnings({"NullAway", "unchecked"})
    private static final class Tasks extends TaskManager {

        private final Map<String, List<Task>> below = new HashMap<>();
        private final Map<String, List<TaskEntity>> beside = new HashMap<>();

        private void readAround(String id) {
            if (id == null) {
                return;
            }
            List<TaskEntity> all = getDbEntityManager().selectList(TASKS, id);
            below.put(
                    id,
                    new ArrayList<>(all.stream()
                            .filter(task -> id.equals(task.getParentTaskId()))
                            .toList()));
            all.stream()
                    .filter(task -> task.getId().equals(id))
                    .map(TaskEntity::getExecutionId)
                    .filter(place -> place != null)
                    .forEach(place -> beside.put(
                            place,
                            all.stream()
                                    .filter(task -> place.equals(task.getExecutionId()))
                                    .toList()));
        }

        @Override
        public List<Task> findTasksByParentTaskId(String id) {
            List<Task> known = below.get(id);
            return known == null ? super.findTasksByParentTaskId(id) : known;
        }

        @Override
        public List<TaskEntity> findTasksByExecutionId(String id) {
            List<TaskEntity> known = beside.get(id);
            return known == null ? super.findTasksByExecutionId(id) : new ArrayList<>(known);
        }
    }

    /** With every job that is done or no longer needed the engine looks whether it had failed; its place knows when none had. */
    private static final class Incidents extends IncidentManager {

        @Override
        public List<Incident> findIncidentByConfigurationAndIncidentType(String configuration, String type) {
            return isOfJobOfSoundCase(configuration)
                    ? new ArrayList<>()
                    : super.findIncidentByConfigurationAndIncidentType(configuration, type);
        }

        private static boolean isOfJobOfSoundCase(String id) {
            DbEntityManager read = Context.getCommandContext().getDbEntityManager();
            JobEntity job = read.getCachedEntity(JobEntity.class, id);
            return job != null
                    && job.getExecutionId() != null
                    && Context.getCommandContext().getExecutionManager() instanceof Places places
                    && places.hasSurelyNoIncident(job.getExecutionId());
        }
    }
}
