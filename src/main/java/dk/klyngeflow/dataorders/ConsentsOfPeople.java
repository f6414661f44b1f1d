package dk.klyngeflow.dataorders;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** What practices have said of data that are not ordered yet: it counts as long as somebody of the practice is in the cluster. */
@Component
class ConsentsOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return """
                select x.meeting_id || '/' || x.provider_number as what, min(r.person_id) as person
                from klyngeflow.data_consent x
                join klyngeflow.data_order d on d.cluster_id = x.cluster_id and d.meeting_id = x.meeting_id and d.ordered_at is null
                join klyngeflow.role_holder r on r.cluster_id = x.cluster_id and r.provider_number = x.provider_number
                  and r.post = 'MEMBER' and r.from_day <= :today and (r.until_day is null or r.until_day > :today)
                where x.cluster_id = :cluster and x.accepts
                group by x.meeting_id, x.provider_number""";
    }

    @Override
    public String gone(int count) {
        return count == 1
                ? "1 samtykke til data gælder ikke længere: praksis er ikke med i bestillingen."
                : count + " samtykker til data gælder ikke længere: praksis er ikke med i bestillingen.";
    }

    @Override
    public String come(int count) {
        return count == 1 ? "1 samtykke til data gælder igen." : count + " samtykker til data gælder igen.";
    }
}
