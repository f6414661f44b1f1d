package dk.klyngeflow.engine;

import java.util.Map;
import java.util.function.Supplier;

/** A form that was read by its contract and not refused; there is no other way to one that can be taken. */
public final class ReadForm {

    private final Supplier<Map<String, Object>> taking;

    private ReadForm(Supplier<Map<String, Object>> taking) {
        this.taking = taking;
    }

    /**
     * @param businessKey of the case; empty for a start form
     * @param form the variables that the form sent, and nothing else
     * @param known the variables that the case already has
     */
    public record Sent(
            String personId,
            String clusterId,
            String businessKey,
            Map<String, Object> form,
            Map<String, Object> known) {

        /** As a start form is sent. */
        public static Sent toStart(String personId, String clusterId, Map<String, Object> form) {
            return new Sent(personId, clusterId, "", form, Map.of());
        }
    }

    record CheckedAnswer(String personId, String clusterId, String businessKey, Map<String, Object> known)
            implements FormContract.Answer {}

    /** @throws FormRefused with Danish sentences that say what to do; the task then stays as it was, and nothing has been written */
    public static <F extends Record> ReadForm by(FormContract<F> contract, Sent sent) {
        FormContract.Answer answer =
                new CheckedAnswer(sent.personId(), sent.clusterId(), sent.businessKey(), sent.known());
        FormFields fields = FormFields.of(sent.form(), FormRecord.fields(FormRecord.of(contract.getClass())));
        F form = contract.read(fields, answer);
        fields.refuseIfWrong();
        return new ReadForm(() -> contract.take(form, answer));
    }

    /** What goes into the engine. In the transaction that completes the task or starts the case. */
    public Map<String, Object> take() {
        return taking.get();
    }
}
