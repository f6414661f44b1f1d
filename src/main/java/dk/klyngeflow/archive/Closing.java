package dk.klyngeflow.archive;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterClosing;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Hangings;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Unfinished;
import dk.klyngeflow.members.Unfinished.Matter;
import dk.klyngeflow.security.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;

/** Closes a cluster: in one transaction, which leaves all of it or nothing. */
@Component
public class Closing {

    static final String REASON = "Klyngen er lukket.";

    private static final int YEARS_KEPT = 5;

    private final Clusters clusters;
    private final ClusterClosing members;
    private final People people;
    private final Cases cases;
    private final AccountingYears years;
    private final ObjectProvider<Unfinished> unfinished;
    private final Hangings hangings;
    private final Outbox outbox;
    private final AgainOnConflict again;
    private final CopenhagenTime time;

    Closing(
            Clusters clusters,
            ClusterClosing members,
            People people,
            Cases cases,
            AccountingYears years,
            ObjectProvider<Unfinished> unfinished,
            Hangings hangings,
            Outbox outbox,
            AgainOnConflict again,
            CopenhagenTime time) {
        this.clusters = clusters;
        this.members = members;
        this.people = people;
        this.cases = cases;
        this.years = years;
        this.unfinished = unfinished;
        this.hangings = hangings;
        this.outbox = outbox;
        this.again = again;
        this.time = time;
    }

    /**
     * How it would be now.
     *
     * @param inTheWay what must be done first
     * @param toConfirm what the administrator must say is in order
     * @param happens what closing does
     */
    public record Outlook(List<String> inTheWay, List<String> toConfirm, List<String> happens, LocalDate deleteFrom) {

        /** Of all that is said: who has seen something else has not decided on this. */
        public String seen() {
            String all = String.join("\n", inTheWay) + "\n\n" + String.join("\n", toConfirm) + "\n\n"
                    + String.join("\n", happens);
            return DigestUtils.md5DigestAsHex(all.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Something has changed since the administrator looked. */
    static final class Outdated extends RuntimeException {}

    public Outlook outlook(String clusterId) {
        Cluster cluster = clusters.find(clusterId).orElseThrow(Refused::notFound);
        List<Matter> matters = unfinished
                .orderedStream()
                .flatMap(kind -> kind.in(clusterId).stream())
                .toList();
        LocalDate deleteFrom = deleteFrom(clusterId);
        return new Outlook(
                matters.stream().filter(Matter::isInTheWay).map(Matter::danish).toList(),
                matters.stream()
                        .filter(matter -> !matter.isInTheWay())
                        .map(Matter::danish)
                        .toList(),
                happens(cluster, deleteFrom),
                deleteFrom);
    }

    private List<String> happens(Cluster cluster, LocalDate deleteFrom) {
        List<String> said = new ArrayList<>();
        Map<String, Long> running = cases.running(cluster.id());
        if (!running.isEmpty()) {
            said.add("Sager, der løber, afsluttes, som de står: "
                    + running.entrySet().stream()
                            .map(each -> each.getValue() + " × " + each.getKey())
                            .collect(Collectors.joining(", "))
                    + ". Deres forløb kan stadig ses i Cockpit.");
        }
        int all = people.of(cluster.id()).size();
        int only = members.onlyHere(cluster.id()).size();
        said.add("Alle poster afsluttes i dag. " + (all == 1 ? "1 person er" : all + " personer er")
                + " ikke i klyngen mere og får en mail om det. "
                + (only == all
                        ? "Deres log-in ophører."
                        : only + " af dem er kun i denne klynge, og deres log-in ophører."));
        said.addAll(hangings.endingWith(cluster.id()));
        said.add("Leverandørers link virker ikke mere, og mails, der venter, sendes ikke.");
        said.add("Mails til " + cluster.mail() + " bliver ikke læst: afsenderen får svar om, at klyngen er lukket.");
        said.add("Klyngens sider kan ikke åbnes af nogen. Arkivet med referater, bilag og regnskab kan hentes af"
                + " administratoren, til klyngen slettes.");
        said.add("Klyngen slettes med alt, hvad der hører til, den " + DanishTime.DAY.format(deleteFrom)
                + ": fem år efter det sidste regnskabsår. Andre personoplysninger slettes før, efter de frister, der"
                + " står på siden Post; mailadresser et halvt år efter lukningen.");
        said.add("Det kan ikke fortrydes.");
        return said;
    }

    private LocalDate deleteFrom(String clusterId) {
        int last = years.withVouchers(clusterId).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return LocalDate.of(Math.max(last, time.today().getYear()) + YEARS_KEPT + 1, 1, 1);
    }

    /**
     * @param confirmed numbers of what was confirmed, the first being 0
     * @param seen of the {@link Outlook} that was decided on
     * @return false when it is closed already: nothing is done again
     * @throws FormRefused when something is in the way or not confirmed
     * @throws Outdated when something else is true by now
     */
    boolean close(String clusterId, Collection<Integer> confirmed, String seen, String by) {
        return again.call(() -> {
            if (!members.hold(clusterId)) {
                return false;
            }
            Outlook outlook = outlook(clusterId);
            if (!outlook.inTheWay().isEmpty()) {
                throw new FormRefused("Klyngen kan ikke lukkes endnu. Det, der står øverst, skal gøres først.");
            }
            if (!outlook.seen().equals(seen)) {
                throw new Outdated();
            }
            for (int number = 0; number < outlook.toConfirm().size(); number++) {
                if (!confirmed.contains(number)) {
                    throw new FormRefused("Bekræft alle punkter, før klyngen lukkes.");
                }
            }
            close(clusterId, outlook, "", by);
            return true;
        });
    }

    /**
     * By the case that has dissolved the association, which is not ended with the others. Joins the caller's transaction.
     *
     * @param by an administrator, who has confirmed all of {@link Outlook#toConfirm}
     * @throws FormRefused when something is in the way, or it is closed already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeBy(String businessKey, String clusterId, String by) {
        if (!members.hold(clusterId)) {
            throw new FormRefused("Klyngen er lukket allerede.");
        }
        Outlook outlook = outlook(clusterId);
        if (!outlook.inTheWay().isEmpty()) {
            throw new FormRefused(outlook.inTheWay());
        }
        close(clusterId, outlook, businessKey, by);
    }

    private void close(String clusterId, Outlook outlook, String businessKey, String by) {
        List<Person> told = people.of(clusterId);
        cases.endAllBut(businessKey, clusterId, REASON);
        members.close(clusterId, outlook.toConfirm(), outlook.deleteFrom(), by);
        told.forEach(person -> tell(clusterId, person));
    }

    private void tell(String clusterId, Person person) {
        outbox.enqueue(Mail.of(
                clusterId,
                "cluster-closing",
                "cluster-closing:" + clusterId + ":" + person.id() + ":1",
                Recipient.person(person.id()),
                Map.of("day", DanishTime.DAY.format(time.today())),
                null));
    }
}
