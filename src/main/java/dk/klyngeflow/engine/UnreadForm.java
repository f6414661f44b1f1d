package dk.klyngeflow.engine;

import dk.klyngeflow.engine.FormContract.Answer;
import java.util.Map;

/** A contract that reads its form twice, from before forms were records. */
public interface UnreadForm extends FormContract<UnreadForm.Sent> {

    record Sent() {}

    void refuse(Answer answer);

    @Override
    default Sent check(Answer answer) {
        refuse(answer);
        return new Sent();
    }

    default Map<String, Object> accept(Answer answer) {
        return answer.sent();
    }

    @Override
    default Sent read(FormFields fields, Answer answer) {
        throw new IllegalStateException("read by check");
    }

    @Override
    default Map<String, Object> take(Sent form, Answer answer) {
        return accept(answer);
    }
}
