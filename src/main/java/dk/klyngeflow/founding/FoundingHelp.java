package dk.klyngeflow.founding;

import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.security.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does for a founder. */
@Component
class FoundingHelp {

    private final Foundings foundings;
    private final FounderMails mails;
    private final ClusterFounding process;
    private final Links links;

    FoundingHelp(Foundings foundings, FounderMails mails, ClusterFounding process, Links links) {
        this.foundings = foundings;
        this.mails = mails;
        this.process = process;
        this.links = links;
    }

    /** A new address for her link; the earlier one opens nothing any longer. */
    @Transactional
    public void sendLink(String clusterId) {
        Founding founding = underWay(clusterId);
        int number = foundings.reminded(clusterId);
        mails.link(founding);
        links.renew(clusterId, FounderMails.PURPOSE, "", founding.founderId());
        mails.write(
                founding,
                "again-" + founding.stage() + number,
                "Dit link til stiftelsen",
                "Her er et nyt link til din side; det gamle virker ikke længere. Så langt er du: "
                        + founding.stage().danish() + ".");
    }

    @Transactional
    public void giveUp(String clusterId) {
        underWay(clusterId);
        process.abandoned(clusterId);
    }

    private Founding underWay(String clusterId) {
        if (foundings.find(clusterId).isEmpty()) {
            throw Refused.notFound();
        }
        Founding founding = foundings.lock(clusterId);
        if (founding.stage().isOver()) {
            throw Refused.badRequest("Stiftelsen er slut.");
        }
        return founding;
    }
}
