package dk.klyngeflow.founding;

import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.Clusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first mail to whoever becomes coordinator, with the lists of her region as they are when it is sent. */
@Component
class SupportMail implements MailContent {

    private static final String MEETING =
            "Hold jeres første møde snart, og brug de data, I har: start det i opgavelisten under „Start ny sag“, når du har valgt din adgangskode.";

    private final Clusters clusters;
    private final SupportLists lists;

    SupportMail(Clusters clusters, SupportLists lists) {
        this.clusters = clusters;
        this.lists = lists;
    }

    @Override
    public String purpose() {
        return FoundingOpening.SUPPORT_MAIL;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        String region = clusters.get(clusterId).regionName();
        List<String> lines = lists.lines(region);
        return Optional.of(Map.of(
                "lines",
                lines,
                "unknown",
                lists.unknown(region),
                "meeting",
                model.getOrDefault("isProposed", "").isEmpty()
                        ? MEETING
                        : "Et første møde er foreslået i opgavelisten: vælg emne og datoer, og brug de data, I har."));
    }
}
