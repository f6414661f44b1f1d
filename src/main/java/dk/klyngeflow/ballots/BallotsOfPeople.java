package dk.klyngeflow.ballots;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** Open ballots in which somebody may vote: their rolls stay as they were frozen, whoever comes or goes. */
@Component
class BallotsOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return """
                select x.ballot_id as what, x.voter as person from klyngeflow.ballot_roll x
                join klyngeflow.ballot b on b.cluster_id = x.cluster_id and b.ballot_id = x.ballot_id and b.state = 'OPEN'
                where x.cluster_id = :cluster and """ + ' ' + HOLDS_A_POST.formatted("x.voter");
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "Listen i 1 åben afstemning ændres ikke; stemmelinket til den dør."
                : "Listerne i " + count + " åbne afstemninger ændres ikke; stemmelinkene til dem dør.";
    }

    @Override
    public boolean isEndedWithCluster() {
        return false;
    }
}
