package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.foundings.Formality;
import dk.klyngeflow.foundings.Formality.Kind;
import dk.klyngeflow.foundings.FormalityRows;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is settled in parallel after the founding: each may be skipped, or given to somebody else. */
@Component
class Formalities {

    static final String PURPOSE = "founding-formality";

    private static final String MAIL = "founding-formality";
    private static final String TO_KIAP = "founding-kiap";

    private final Foundings foundings;
    private final FoundingPractices practices;
    private final FormalityRows rows;
    private final ClusterFounding process;
    private final Clusters clusters;
    private final ClusterSettings settings;
    private final Links links;
    private final Outbox outbox;

    Formalities(
            Foundings foundings,
            FoundingPractices practices,
            FormalityRows rows,
            ClusterFounding process,
            Clusters clusters,
            ClusterSettings settings,
            Links links,
            Outbox outbox) {
        this.foundings = foundings;
        this.practices = practices;
        this.rows = rows;
        this.process = process;
        this.clusters = clusters;
        this.settings = settings;
        this.links = links;
        this.outbox = outbox;
    }

    void ask(String clusterId) {
        foundings.stage(clusterId, FoundingStage.FORMALITIES);
        Founding founding = foundings.get(clusterId);
        for (Kind kind : Kind.values()) {
            rows.add(clusterId, kind, founding.founderId());
            write(founding, kind, founding.founderId());
        }
    }

    private void write(Founding founding, Kind kind, String holderId) {
        String cluster = founding.clusterId();
        outbox.enqueue(Mail.of(
                        cluster,
                        MAIL,
                        MAIL + ":" + founding.caseKey() + "/" + kind + ":" + holderId + ":" + founding.round(),
                        Recipient.person(holderId),
                        Map.of("topic", kind.danish(), "until", until(founding)),
                        founding.caseKey())
                .withLink(links.of(cluster, PURPOSE, kind.name(), holderId)));
    }

    /** Danish: when the cluster opens at the latest; empty for one that was founded before that was kept. */
    static String until(Founding founding) {
        Instant until = founding.formalitiesUntil();
        return until == null
                ? ""
                : "Klyngen åbner, når de tre ting er klaret eller sprunget over, senest "
                        + CopenhagenTime.inWords(until) + ". Det, der mangler da, kan klares senere.";
    }

    /** From now on it is hers; the earlier link only says so. */
    void give(Formality formality, String holderId) {
        rows.give(formality, holderId);
        links.end(formality.clusterId(), PURPOSE, formality.kind().name(), formality.holderId());
        write(foundings.get(formality.clusterId()), formality.kind(), holderId);
    }

    void settle(Formality formality, String value, @Nullable String documentId) {
        close(formality, false, value, documentId);
    }

    void skip(Formality formality) {
        close(formality, true, "", null);
    }

    /** The founder waits no longer. */
    void skipAll(String clusterId) {
        rows.of(clusterId).stream().filter(Formality::isOpen).forEach(this::skip);
    }

    private void close(Formality formality, boolean isSkipped, String value, @Nullable String documentId) {
        if (rows.settle(formality, isSkipped, value, documentId)) {
            process.settled(formality.clusterId(), formality.kind());
        }
    }

    /** Where the list goes; empty when the address is not known: she then sends it herself. */
    String kiapAddress(String clusterId) {
        return settings.get(clusterId, ClusterFoundingSettings.KIAP_MAIL);
    }

    /** The list of provider numbers as it is sent. */
    List<String> providerNumbers(String clusterId) {
        return practices.joined(clusterId).stream()
                .map(practice -> practice.providerNumber() + " " + practice.name())
                .toList();
    }

    void sendToKiap(Formality formality) {
        String address = kiapAddress(formality.clusterId());
        if (!address.isEmpty()) {
            outbox.enqueue(Mail.of(
                    formality.clusterId(),
                    TO_KIAP,
                    TO_KIAP + ":" + Founding.caseKey(formality.clusterId()) + ":1",
                    Recipient.address(address, "KiAP"),
                    Map.of(
                            "practices",
                            providerNumbers(formality.clusterId()).stream().collect(Collectors.joining("\n")),
                            "region",
                            clusters.get(formality.clusterId()).regionName()),
                    Founding.caseKey(formality.clusterId())));
        }
        settle(formality, address.isEmpty() ? "" : "sendt", null);
    }
}
