package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The statement of a month cannot be had, and this is why. When it arrives the task ends by itself. */
@Component
class FetchStatementContract implements FormContract<FetchStatementContract.Form> {

    private final MissingStatements missing;

    FetchStatementContract(MissingStatements missing) {
        this.missing = missing;
    }

    record Form(String without) {}

    @Override
    public String task() {
        return "fetchStatement";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.required("without", "Grunden", 500));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        missing.cannotBeHad(
                answer.clusterId(), MissingStatementVariables.STATEMENT_MONTH.in(answer.known()), form.without());
        return Map.of();
    }
}
