package dk.klyngeflow.calendar;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** Addresses from which a calendar program fetches the meetings. */
@Component
class FeedsOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return """
                select x.feed_id::text as what, x.person_id as person from klyngeflow.calendar_feed x
                where x.cluster_id = :cluster and x.ended_at is null""";
    }

    @Override
    public String gone(int count) {
        return count == 1 ? "1 kalenderadresse lukkes." : count + " kalenderadresser lukkes.";
    }
}
