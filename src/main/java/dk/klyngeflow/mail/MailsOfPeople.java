package dk.klyngeflow.mail;

import dk.klyngeflow.members.HangsOnPeople;
import org.springframework.stereotype.Component;

/** Mails that wait to be sent. */
@Component
class MailsOfPeople implements HangsOnPeople {

    @Override
    public String query() {
        return """
                select x.mail_id::text as what, coalesce(x.recipient_person, '') as person
                from klyngeflow.mail_outbox x
                where x.cluster_id = :cluster and x.state = 'WAITING'""";
    }

    @Override
    public String gone(int count) {
        return "";
    }

    @Override
    public String come(int count) {
        return count == 1 ? "1 mail sendes." : count + " mails sendes.";
    }

    @Override
    public boolean isEndedWithCluster() {
        return false;
    }
}
