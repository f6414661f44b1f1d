package dk.klyngeflow.founding;

import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingPractice;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a founding for somebody whose address is known to be hers. */
@Component
public class FoundingStarts {

    private static final int LONGEST_ID = 24;

    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final ClusterRegister register;
    private final Foundings foundings;
    private final FoundingPractices practices;
    private final FoundingDoctors doctors;
    private final ClusterFounding process;

    FoundingStarts(
            JdbcClient jdbc,
            Clusters clusters,
            ClusterRegister register,
            Foundings foundings,
            FoundingPractices practices,
            FoundingDoctors doctors,
            ClusterFounding process) {
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.register = register;
        this.foundings = foundings;
        this.practices = practices;
        this.doctors = doctors;
        this.process = process;
    }

    /** Her own practice, which is in from the beginning. */
    public record OwnPractice(
            String providerNumber, String name, @Nullable Integer patients) {}

    /** @return the id of the cluster to be */
    @Transactional
    public String begin(String clusterName, String regionName, OwnPractice own, String founderName, String mail) {
        return begin(
                new FoundingWish.Wanted(clusterName, regionName, own.providerNumber(), own.name(), own.patients()),
                new FoundingWish.Founder(founderName, mail));
    }

    /** Joins the caller's transaction. */
    String begin(FoundingWish.Wanted wanted, FoundingWish.Founder by) {
        String cluster = write(wanted, by);
        process.start(cluster);
        return cluster;
    }

    /** Everything but the case itself, for whoever starts that. Joins the caller's transaction. */
    String write(FoundingWish.Wanted wanted, FoundingWish.Founder by) {
        // two clusters of one name at once get two ids
        jdbc.sql("select pg_advisory_xact_lock(hashtext('founding a cluster'))").query(row -> {});
        String cluster = newId(wanted.clusterName());
        register.found(new Cluster(
                cluster, wanted.clusterName(), null, PaymentMode.PLO, by.mail(), wanted.regionName(), null));
        String founder = register.expect(cluster, by.name(), by.mail());
        foundings.add(cluster, founder);
        practices.add(cluster, wanted.providerNumber(), wanted.practiceName(), wanted.patients(), founder);
        FoundingPractice own = practices.find(cluster, wanted.providerNumber()).orElseThrow();
        practices.reply(own, FoundingPractice.Reply.JOINED, null);
        doctors.set(cluster, wanted.providerNumber(), List.of(founder));
        return cluster;
    }

    /** Whether a cluster that there is, or one to be, is called so. */
    boolean isNameTaken(String name) {
        return jdbc.sql("select 1 from klyngeflow.cluster where lower(name) = lower(:name) limit 1")
                .param("name", name)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Who answers for a practice on the list. */
    public String contactOf(String clusterId, String providerNumber) {
        return practices.find(clusterId, providerNumber).orElseThrow().contactId();
    }

    /** From the name as it is said: "Klynge Nord" is klynge-nord, and klynge-nord-2 when there is one already. */
    private String newId(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
        String ascii = Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String base = ascii.length() < 2 ? "klynge" : ascii.substring(0, Math.min(LONGEST_ID, ascii.length()));
        String id = base;
        for (int number = 2; clusters.find(id).isPresent(); number++) {
            id = base + "-" + number;
        }
        return id;
    }
}
