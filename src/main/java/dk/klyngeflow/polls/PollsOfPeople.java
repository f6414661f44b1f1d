package dk.klyngeflow.polls;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** Date polls in which somebody is asked. */
@Component
class PollsOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return """
                select x.poll_id as what, x.person_id as person from klyngeflow.date_poll_person x
                join klyngeflow.date_poll d on d.cluster_id = x.cluster_id and d.poll_id = x.poll_id
                where x.cluster_id = :cluster and x.left_at is null and d.chosen_option is null
                  and d.closed_at is null and :now < d.closes_at""";
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "1 datoafstemning venter ikke længere på svar."
                : count + " datoafstemninger venter ikke længere på svar.";
    }

    @Override
    public String come(int count) {
        return count == 1
                ? "Bliver spurgt i 1 åben datoafstemning."
                : "Bliver spurgt i " + count + " åbne datoafstemninger.";
    }
}
