package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Forgets;
import dk.klyngeflow.links.Links;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who was asked about what; what was decided stands in the case. */
@Component
class TaskHelpRetention implements Forgets {

    private final TaskHelps helps;
    private final Links links;

    TaskHelpRetention(TaskHelps helps, Links links) {
        this.helps = helps;
        this.links = links;
    }

    @Override
    public String what() {
        return "Hvem der blev spurgt om hjælp til hvilken opgave";
    }

    @Override
    public Period after() {
        return Period.ofMonths(6);
    }

    @Override
    public int forget(Instant before) {
        List<TaskHelp> old = helps.askedBefore(before);
        for (TaskHelp help : old) {
            links.endAll(help.clusterId(), MemberHelp.PURPOSE, help.helpId());
            helps.forget(help);
        }
        return old.size();
    }
}
