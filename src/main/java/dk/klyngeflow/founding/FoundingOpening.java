package dk.klyngeflow.founding;

import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.foundings.Formality;
import dk.klyngeflow.foundings.Formality.Kind;
import dk.klyngeflow.foundings.FormalityRows;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.FoundingRecord;
import dk.klyngeflow.foundings.FoundingRecords;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.gatherings.FirstMeetingWished;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.ClusterRegister.NewPractice;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.CvrRenewals;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens a cluster that has been founded, with everything that {@code /klynger/ny} gives: all of it, or nothing. */
@Component
class FoundingOpening {

    static final String SUPPORT_MAIL = "founding-support";

    /** Of the standard chart: what a cluster gets per patient. */
    private static final String INCOME = "1100";

    private final Foundings foundings;
    private final FoundingPractices practices;
    private final FoundingDoctors doctors;
    private final FoundingRecords records;
    private final FormalityRows formalities;
    private final Clusters clusters;
    private final ClusterRegister register;
    private final ClusterSettings settings;
    private final Budgets budgets;
    private final FounderMails mails;
    private final Outbox outbox;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;
    private final ModelCases models;
    private final ClusterFounding process;
    private final CvrRenewals renewals;

    FoundingOpening(
            Foundings foundings,
            FoundingPractices practices,
            FoundingDoctors doctors,
            FoundingRecords records,
            FormalityRows formalities,
            Clusters clusters,
            ClusterRegister register,
            ClusterSettings settings,
            Budgets budgets,
            FounderMails mails,
            Outbox outbox,
            CopenhagenTime time,
            ApplicationEventPublisher events,
            ModelCases models,
            ClusterFounding process,
            CvrRenewals renewals) {
        this.process = process;
        this.renewals = renewals;
        this.foundings = foundings;
        this.practices = practices;
        this.doctors = doctors;
        this.records = records;
        this.formalities = formalities;
        this.clusters = clusters;
        this.register = register;
        this.settings = settings;
        this.budgets = budgets;
        this.mails = mails;
        this.outbox = outbox;
        this.time = time;
        this.events = events;
        this.models = models;
    }

    void open(String clusterId) {
        foundings.lock(clusterId);
        formalities.of(clusterId).stream()
                .filter(Formality::isOpen)
                .forEach(open -> formalities.settle(open, true, "", null));
        foundings.stage(clusterId, FoundingStage.OPEN);
        FoundingRecord.Elected elected = records.get(clusterId).elected();
        List<FoundingDoctors.Doctor> members = doctors.of(clusterId);
        register.open(
                cluster(clusterId, members, elected.coordinator()),
                practices.joined(clusterId).stream()
                        .map(practice ->
                                new NewPractice(practice.providerNumber(), practice.name(), practice.patients()))
                        .toList(),
                members.stream()
                        .map(doctor -> new NewPerson(
                                doctor.personId(),
                                doctor.name(),
                                doctor.mail(),
                                posts(doctor.personId(), elected),
                                doctor.providerNumber(),
                                null))
                        .toList());
        formalities
                .find(clusterId, Kind.REGISTRATION)
                .filter(settled -> !settled.value().isEmpty() && settled.settledAt() != null)
                .ifPresent(settled -> renewals.registered(
                        clusterId, CopenhagenTime.dayOf(Objects.requireNonNull(settled.settledAt()))));
        long income = income(clusterId);
        if (income > 0) {
            budgets.set(clusterId, INCOME, time.today().getYear(), income, "klyngeflow");
        }
        String budget = income > 0
                ? " Det første budget er satsen gange jeres patienter: " + Money.kroner(income) + " om året."
                : " Ingen har oplyst antal patienter, så der er ikke lagt et budget endnu.";
        mails.tell(
                foundings.get(clusterId),
                "open",
                "Klyngen er åben",
                "Klyngen er åben fra i dag. De, der er valgt til en post, får en mail om at logge ind; I andre svarer som før"
                        + " ved de links, I får i mails." + budget,
                List.of());
    }

    private Cluster cluster(String clusterId, List<FoundingDoctors.Doctor> members, String coordinator) {
        Cluster before = clusters.get(clusterId);
        String iban = settled(clusterId, Kind.ACCOUNT);
        String cvr = settled(clusterId, Kind.REGISTRATION);
        String mail = members.stream()
                .filter(doctor -> doctor.personId().equals(coordinator))
                .map(FoundingDoctors.Doctor::mail)
                .findFirst()
                .orElse(before.mail());
        return new Cluster(
                clusterId,
                before.name(),
                cvr.isEmpty() ? null : cvr,
                iban.isEmpty() ? PaymentMode.PLO : PaymentMode.OWN_ACCOUNT,
                mail,
                before.regionName(),
                iban.isEmpty() ? null : iban);
    }

    private String settled(String clusterId, Kind kind) {
        return formalities.find(clusterId, kind).map(Formality::value).orElse("");
    }

    private static List<Post> posts(String person, FoundingRecord.Elected elected) {
        List<Post> posts = new ArrayList<>(List.of(Post.MEMBER));
        if (elected.coordinator().equals(person)) {
            posts.add(Post.COORDINATOR);
        }
        if (elected.chair().equals(person)) {
            posts.add(Post.CHAIR);
        }
        if (elected.treasurer().equals(person)) {
            posts.add(Post.TREASURER);
        }
        if (FoundingRecord.ids(elected.board()).contains(person)) {
            posts.add(Post.BOARD);
        }
        if (elected.auditor().equals(person)) {
            posts.add(Post.AUDITOR);
        }
        return posts;
    }

    /** The rate of the year times the patients that the practices have told. */
    private long income(String clusterId) {
        long patients = practices.joined(clusterId).stream()
                .mapToLong(practice -> practice.patients() == null ? 0 : practice.patients())
                .sum();
        return patients * settings.get(clusterId, ClusterFoundingSettings.RATE);
    }

    void welcome(String clusterId) {
        FoundingRecord record = records.get(clusterId);
        String coordinator = record.elected().coordinator();
        if (record.votes().isBallotWanted()) {
            process.coordinatorWanted(clusterId);
        }
        events.publishEvent(new FirstMeetingWished(clusterId, coordinator));
        // how they work is asked at once; settings and mandates follow when the model is adopted
        models.beginByItself(clusterId);
        outbox.enqueue(Mail.of(
                clusterId,
                SUPPORT_MAIL,
                SUPPORT_MAIL + ":" + clusterId + ":" + coordinator + ":1",
                Recipient.person(coordinator),
                Map.of("isProposed", "true"),
                null));
    }
}
