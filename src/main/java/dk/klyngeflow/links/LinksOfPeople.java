package dk.klyngeflow.links;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** Personal links that open something. */
@Component
class LinksOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return """
                select x.link_id::text as what, x.holder as person from klyngeflow.link x
                where x.cluster_id = :cluster and x.ended_at is null and x.holder not like 'supplier:%'""";
    }

    @Override
    public String gone(int count) {
        return count == 1 ? "1 personligt link dør." : count + " personlige links dør.";
    }
}
