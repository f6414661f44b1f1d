package dk.klyngeflow.gatherings;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** Meetings to come to which somebody is invited. */
@Component
class InvitationsOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return """
                select x.meeting_id as what, x.person_id as person from klyngeflow.meeting_person x
                join klyngeflow.meeting m on m.cluster_id = x.cluster_id and m.meeting_id = x.meeting_id
                where x.cluster_id = :cluster and m.status in ('PLANNING', 'DATING', 'ARRANGING', 'INVITED')
                  and (m.starts_at is null or m.starts_at > :now) and\s""" + HOLDS_A_POST.formatted("x.person_id");
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "1 kommende møde regner ikke længere med personen."
                : count + " kommende møder regner ikke længere med personen.";
    }

    @Override
    public String come(int count) {
        return count == 1 ? "Bliver indkaldt til 1 møde." : "Bliver indkaldt til " + count + " møder.";
    }

    @Override
    public boolean isEndedWithCluster() {
        return false;
    }
}
