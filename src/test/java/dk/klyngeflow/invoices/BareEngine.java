package dk.klyngeflow.invoices;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** The same diagram and decision in a plain engine: every step is empty, nothing is checked, nobody's rights are asked. */
final class BareEngine implements AutoCloseable {

    private static final List<String> STEPS = List.of(
            "registerInvoice",
            "readApprovalFacts",
            "findNextApproval",
            "postInvoice",
            "sendPloPackage",
            "createPaymentFile",
            "postPayment",
            "askSender",
            "reversePosting",
            "withdrawInvoice",
            "rejectInvoice",
            "remindHolders",
            "escalateInvoice");

    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;
    private int started;

    BareEngine(String url) {
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(20);
        JavaDelegate nothing = execution -> {};
        Map<Object, Object> beans = new HashMap<>();
        STEPS.forEach(step -> beans.put(step, nothing));
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(CountedSql.counting(pool));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/06-invoices/invoice-approval.bpmn")
                .addClasspathResource("processes/06-invoices/approval-level.dmn")
                .deploy();
    }

    /** From the start to paid, through the same tasks, decision and save point. */
    void invoice() {
        started++;
        String key = "bare/" + started;
        Date later = Date.from(Instant.parse("2100-01-01T08:00:00Z"));
        Map<String, Object> variables = new HashMap<>();
        variables.put("isReadable", true);
        variables.put("taskDueAt", later);
        variables.put("remindAt", later);
        variables.put("escalateAt", later);
        variables.put("amount", 631_250L);
        variables.put("category", "2100");
        variables.put("budgetLeft", 1L);
        variables.put("isFirstTimeSupplier", true);
        variables.put("claimedBy", "NOBODY");
        variables.put("secretaryLimit", 0L);
        variables.put("coordinatorLimit", 1_000_000L);
        variables.put("boardLimit", 5_000_000L);
        variables.put("nextApproval", "COORDINATOR");
        variables.put("isPaidByPlo", false);
        variables.put("isPaymentDue", true);
        engine.getRuntimeService().startProcessInstanceByKey(InvoiceApproval.KEY, key, variables);
        complete(key, Map.of("checkDecision", "APPROVE"));
        complete(key, Map.of("approvalDecision", "APPROVE", "nextApproval", "NONE"));
        for (Job job : engine.getManagementService()
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .list()) {
            engine.getManagementService().executeJob(job.getId());
        }
        complete(key, Map.of("isPaid", true));
    }

    private void complete(String key, Map<String, Object> variables) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
        engine.getTaskService().complete(task.getId(), variables);
    }

    long ended() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .completed()
                .count();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
