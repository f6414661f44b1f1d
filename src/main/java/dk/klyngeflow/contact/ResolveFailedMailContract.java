package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.mail.FailedMails;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The address is corrected and the mail sent again, or it is given up. The address stays in the outbox and never becomes a variable. */
@Component
class ResolveFailedMailContract implements FormContract<ResolveFailedMailContract.Form> {

    private static final String SEND = "SEND";

    private final FailedMails mails;

    ResolveFailedMailContract(FailedMails mails) {
        this.mails = mails;
    }

    record Form(String decision, String address) {

        boolean isToBeSent() {
            return decision.equals(SEND);
        }
    }

    @Override
    public String task() {
        return "resolveFailedMail";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(SEND, "GIVE_UP"), "Vælg, om mailen skal sendes igen.");
        String address = decision.equals(SEND) ? fields.required("address", "Mailadressen") : "";
        if (decision.equals(SEND) && !FailedMails.isAddress(address) && fields.has("address")) {
            fields.wrong("Mailadressen er ikke skrevet rigtigt. Skriv den som navn@firma.dk.");
        }
        return new Form(decision, address);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.isToBeSent()) {
            mails.correct(answer.clusterId(), FailedMailVariables.MAIL_ID.in(answer.known()), form.address());
        }
        return Map.of(FailedMailVariables.MUST_BE_SENT_AGAIN.name(), form.isToBeSent());
    }
}
