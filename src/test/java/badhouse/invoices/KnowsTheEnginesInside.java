package badhouse.invoices;

import org.camunda.bpm.engine.impl.context.Context;

class KnowsTheEnginesInside {

    boolean insideACommand() {
        return Context.getCommandContext() != null;
    }
}
