package dk.klyngeflow.engine;

import java.util.Map;
import java.util.Optional;

/**
 * What one user task accepts from its form, checked on the server whichever door the answer comes through. One bean per user task; a
 * task without a contract cannot be completed.
 */
public interface FormContract {

    /** The id of the user task or, for a start form, of the process. */
    String task();

    /**
     * Checks names, types, ranges and who may. Runs in the transaction that completes the task, before the engine writes anything.
     *
     * @throws FormRefused with Danish sentences that say what to do; the task then stays as it was
     */
    void check(Answer answer);

    /**
     * Why somebody may not start this process in a cluster; empty when she may. Asked for what Tasklist offers her, and again before
     * anything is started.
     */
    default Optional<String> startRefusal(String personId, String clusterId) {
        return Optional.empty();
    }

    /**
     * Takes an answer that has been checked: keeps in our own tables what belongs there (names, texts, amounts) and returns the scalars
     * that the process needs. Nothing else that the form sent reaches the engine.
     */
    default Map<String, Object> accept(Answer answer) {
        return answer.sent();
    }

    /**
     * @param personId who answers
     * @param clusterId the tenant of the case
     * @param businessKey of the case; empty for a start form
     * @param sent the variables that the form sent, and nothing else
     * @param known the variables that the case already has
     */
    record Answer(
            String personId,
            String clusterId,
            String businessKey,
            Map<String, Object> sent,
            Map<String, Object> known) {}
}
