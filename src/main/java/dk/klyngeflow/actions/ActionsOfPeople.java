package dk.klyngeflow.actions;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** What somebody has promised at a meeting and not done yet. */
@Component
class ActionsOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return "select x.item_id as what, x.owner as person from klyngeflow.action_item x"
                + " where x.cluster_id = :cluster and x.state <> 'DONE' and " + HOLDS_A_POST.formatted("x.owner");
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "1 åben aftale fra et møde har ingen ansvarlig længere og står på næste dagsorden."
                : count + " åbne aftaler fra møder har ingen ansvarlig længere og står på næste dagsorden.";
    }

    @Override
    public boolean isEndedWithCluster() {
        return false;
    }
}
