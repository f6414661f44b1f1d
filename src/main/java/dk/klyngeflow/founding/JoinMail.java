package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the invitation and the reminder say at the moment they are sent; nothing when the practice has answered meanwhile. */
record JoinMail(String purpose, Foundings foundings, FoundingPractices practices, Clusters clusters, People people)
        implements MailContent {

    /** One each. */
    @Configuration(proxyBeanMethods = false)
    static class Both {

        @Bean
        MailContent foundingInvitation(
                Foundings foundings, FoundingPractices practices, Clusters clusters, People people) {
            return new JoinMail(FoundingInvitations.INVITATION, foundings, practices, clusters, people);
        }

        @Bean
        MailContent foundingReminder(
                Foundings foundings, FoundingPractices practices, Clusters clusters, People people) {
            return new JoinMail(FoundingInvitations.REMINDER, foundings, practices, clusters, people);
        }
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        Founding founding = foundings.get(clusterId);
        return practices
                .find(clusterId, model.getOrDefault(FoundingInvitations.PROVIDER_NUMBER, ""))
                .filter(practice -> practice.isSilent() && !founding.stage().isOver())
                .map(practice -> Map.of(
                        "practice", practice.name(),
                        "number", practice.providerNumber(),
                        "founder", people.nameOf(founding.founderId()),
                        "region", clusters.get(clusterId).regionName(),
                        "closesAt",
                                founding.joiningClosesAt() == null
                                        ? ""
                                        : CopenhagenTime.inWords(founding.joiningClosesAt())));
    }
}
