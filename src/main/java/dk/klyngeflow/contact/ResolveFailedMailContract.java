package dk.klyngeflow.contact;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.mail.FailedMails;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The address is corrected and the mail sent again, or it is given up. The address stays in the outbox and never becomes a variable. */
@Component
class ResolveFailedMailContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("decision", "address");
    private static final String SEND = "SEND";

    private final FailedMails mails;

    ResolveFailedMailContract(FailedMails mails) {
        this.mails = mails;
    }

    @Override
    public String task() {
        return "resolveFailedMail";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (isToBeSent(fields)
                && !FailedMails.isAddress(fields.required("address", "Mailadressen"))
                && fields.has("address")) {
            fields.wrong("Mailadressen er ikke skrevet rigtigt. Skriv den som navn@firma.dk.");
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        boolean again = isToBeSent(fields);
        if (again) {
            mails.correct(
                    answer.clusterId(),
                    FailedMailVariables.MAIL_ID.in(answer.known()),
                    fields.required("address", "Mailadressen"));
        }
        return Map.of(FailedMailVariables.MUST_BE_SENT_AGAIN.name(), again);
    }

    private static boolean isToBeSent(FormFields fields) {
        return fields.choice("decision", Set.of(SEND, "GIVE_UP"), "Vælg, om mailen skal sendes igen.")
                .equals(SEND);
    }
}
