package dk.klyngeflow.engine;

import java.util.Map;
import java.util.Optional;

/**
 * What one user task accepts from its form, checked on the server whichever door the answer comes through. One bean per user task; a
 * task without a contract cannot be completed.
 *
 * <p>The form is read once, into a record, and a refusal cannot be forgotten: what is wrong is said to the fields, and {@link ReadForm}
 * refuses it before anything is taken. Nobody else can call {@link #read} or {@link #take}, since nobody else can make an
 * {@link Answer}; and what the form sent is not in the answer, so nothing is taken but what the record holds.
 *
 * @param <F> its components are the fields of the form, under their names; records nested in it part a long form
 */
public interface FormContract<F extends Record> {

    /** The id of the user task or, for a start form, of the process. */
    String task();

    /**
     * Reads names, types and ranges and looks who may. What is wrong it says to the fields. Writes nothing: a form is also read to see
     * whether it would be taken.
     *
     * @throws FormRefused where the rest is not worth asking
     */
    F read(FormFields fields, Answer answer);

    /**
     * Takes what was read and not refused: keeps in our own tables what belongs there (names, texts, amounts) and returns the scalars
     * that the process needs. Nothing else that the form sent reaches the engine. Runs in the transaction that completes the task, before
     * the engine writes anything.
     */
    Map<String, Object> take(F form, Answer answer);

    /**
     * Why somebody may not start this process in a cluster; empty when she may. Asked for what Tasklist offers her, and again before
     * anything is started.
     */
    default Optional<String> startRefusal(String personId, String clusterId) {
        return Optional.empty();
    }

    /** True when what it takes makes the cluster that the case belongs to; {@link #take} then names it as {@code clusterId}. */
    default boolean makesItsCluster() {
        return false;
    }

    /** Who answers, in which case. */
    sealed interface Answer permits ReadForm.CheckedAnswer {

        String personId();

        /** The tenant of the case. */
        String clusterId();

        /** Of the case; empty for a start form. */
        String businessKey();

        /** The variables that the case already has. */
        Map<String, Object> known();
    }
}
