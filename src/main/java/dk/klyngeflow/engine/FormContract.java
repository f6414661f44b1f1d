package dk.klyngeflow.engine;

import dk.klyngeflow.polls.Asked;
import java.util.Map;
import java.util.Optional;

/**
 * What one user task accepts from its form, checked on the server whichever door the answer comes through. One bean per user task; a
 * task without a contract cannot be completed. The form is read once, into a record, and nothing is taken but what was read so.
 *
 * @param <F> its components are the fields of the form, under their names; records nested in it part a long form
 */
public interface FormContract<F extends Record> {

    /** The id of the user task or, for a start form, of the process. */
    String task();

    /**
     * Reads names, types and ranges and looks who may. What is wrong it says to the fields: {@link #check} refuses it. Runs in the
     * transaction that completes the task, before the engine writes anything.
     *
     * @throws FormRefused where the rest is not worth asking
     */
    F read(FormFields fields, Answer answer);

    /**
     * Takes what was read and not refused: keeps in our own tables what belongs there (names, texts, amounts) and returns the scalars
     * that the process needs. Nothing else that the form sent reaches the engine.
     */
    Map<String, Object> take(F form, Answer answer);

    /**
     * The only way to a form that can be taken.
     *
     * @throws FormRefused with Danish sentences that say what to do; the task then stays as it was
     */
    default F check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FormRecord.fields(FormRecord.of(getClass())));
        F form = read(fields, answer);
        fields.refuseIfWrong();
        return form;
    }

    /**
     * Why somebody may not start this process in a cluster; empty when she may. Asked for what Tasklist offers her, and again before
     * anything is started.
     */
    default Optional<String> startRefusal(String personId, String clusterId) {
        return Optional.empty();
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
