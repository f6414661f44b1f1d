package dk.klyngeflow.founding;

import dk.klyngeflow.foundings.Formality;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.polls.DatePolls;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A founding that comes to nothing: everybody who was asked is told, and nothing of the cluster is left but its history. */
@Component
class FoundingEnd {

    private static final Logger LOG = LoggerFactory.getLogger(FoundingEnd.class);

    /** Why it ends. */
    enum Why {
        FOUNDER_WISHES("Stifteren har opgivet at stifte klyngen."),
        NOTHING_HAPPENED("Der er ikke sket noget i lang tid, så stiftelsen er lukket.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Foundings foundings;
    private final FoundingPractices practices;
    private final FoundingDoctors doctors;
    private final FounderMails mails;
    private final DatePolls polls;
    private final Links links;
    private final FoundingPlace place;

    FoundingEnd(
            Foundings foundings,
            FoundingPractices practices,
            FoundingDoctors doctors,
            FounderMails mails,
            DatePolls polls,
            Links links,
            FoundingPlace place) {
        this.place = place;
        this.foundings = foundings;
        this.practices = practices;
        this.doctors = doctors;
        this.mails = mails;
        this.polls = polls;
        this.links = links;
    }

    void giveUp(String clusterId, Why why) {
        Founding founding = foundings.lock(clusterId);
        polls.closeAll(clusterId, founding.caseKey());
        place.release(founding, "Mødet holdes ikke.");
        for (Formality.Kind kind : Formality.Kind.values()) {
            links.endAll(clusterId, Formalities.PURPOSE, kind.name());
        }
        Set<String> told = new LinkedHashSet<>();
        told.add(founding.founderId());
        doctors.of(clusterId).forEach(doctor -> told.add(doctor.personId()));
        practices.of(clusterId).stream()
                .filter(practice -> practice.invitedAt() != null && practice.isSilent())
                .forEach(practice -> told.add(practice.contactId()));
        foundings.stage(clusterId, FoundingStage.GIVEN_UP);
        mails.tellThese(
                founding,
                told,
                "given-up",
                new FounderMails.News(
                        "Stiftelsen er opgivet",
                        why.sentence + " Der sker ikke mere, og dit navn og din mailadresse slettes om 30 dage.",
                        List.of()));
        LOG.info("the founding of {} is given up: {}", clusterId, why);
    }
}
