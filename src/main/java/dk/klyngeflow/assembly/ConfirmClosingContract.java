package dk.klyngeflow.assembly;

import dk.klyngeflow.archive.Closing;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.security.Identities;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An administrator has read what it means, and closes the cluster of an association that is dissolved and settled. */
@Component
class ConfirmClosingContract implements FormContract<ConfirmClosingContract.Form> {

    /** Of a cluster's id. */
    private static final int LONGEST = 60;

    private final Closing closing;
    private final Identities identities;

    ConfirmClosingContract(Closing closing, Identities identities) {
        this.closing = closing;
        this.identities = identities;
    }

    record Form(String typedId) {}

    @Override
    public String task() {
        return "confirmClosing";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        if (!identities.isAdministrator(answer.personId())) {
            fields.wrong("Kun en administrator kan lukke klyngen.");
        }
        String typed = fields.required("typedId", "Klyngens id", LONGEST);
        if (!typed.equals(answer.clusterId())) {
            fields.wrong("Skriv klyngens id, „" + answer.clusterId() + "“, for at bekræfte.");
        }
        Closing.Outlook outlook = closing.outlook(answer.clusterId());
        outlook.inTheWay().forEach(fields::wrong);
        outlook.toConfirm().forEach(sentence -> fields.doubt("CONFIRMED", sentence));
        return new Form(typed);
    }

    /** In the transaction that ends this case: all of it or nothing. */
    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        closing.closeBy(answer.businessKey(), answer.clusterId(), answer.personId());
        return Map.of();
    }
}
