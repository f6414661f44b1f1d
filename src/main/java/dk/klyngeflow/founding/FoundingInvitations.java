package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingPractice;
import dk.klyngeflow.foundings.FoundingPractice.Reply;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.PracticeList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the practices: the list, the invitations, reminders to the silent, and whether they are enough. */
@Component
class FoundingInvitations {

    static final String PURPOSE = "founding-join";
    static final String INVITATION = "founding-invitation";
    static final String REMINDER = "founding-reminder";
    static final String PROVIDER_NUMBER = "providerNumber";

    private static final Logger LOG = LoggerFactory.getLogger(FoundingInvitations.class);
    private static final int MOST_PRACTICES = 200;

    private final Foundings foundings;
    private final FoundingPractices practices;
    private final ClusterRegister register;
    private final ClusterSettings settings;
    private final FoundingTimes times;
    private final FounderMails mails;
    private final Links links;
    private final Outbox outbox;
    private final Addresses addresses;

    FoundingInvitations(
            Foundings foundings,
            FoundingPractices practices,
            ClusterRegister register,
            ClusterSettings settings,
            FoundingTimes times,
            FounderMails mails,
            Links links,
            Outbox outbox,
            Addresses addresses) {
        this.foundings = foundings;
        this.practices = practices;
        this.register = register;
        this.settings = settings;
        this.times = times;
        this.mails = mails;
        this.links = links;
        this.outbox = outbox;
        this.addresses = addresses;
    }

    /** Who is behind an address, and what could not be sent there. */
    @Component
    record Addresses(People people, FailedMails failed) {}

    /**
     * Who has joined.
     *
     * @param patients of those that have told it
     * @param short of what; empty when they are enough
     */
    record Counted(int practices, int patients, String lacking, Instant assemblyUntil) {

        boolean isEnough() {
            return lacking.isEmpty();
        }
    }

    /** @return the key of the case, which Tasklist does not give it */
    String askForList(String clusterId) {
        foundings.stage(clusterId, FoundingStage.PRACTICES);
        Founding founding = foundings.get(clusterId);
        mails.write(
                founding,
                "list",
                "Skriv praksis på listen",
                "Stiftelsen er i gang, og du er stifter. Åbn din side, og skriv de praksis, der skal inviteres, eller læg en fil."
                        + " Gem mailen: det samme link følger dig, til klyngen er åben. Er du ikke stifter, så opgiv stiftelsen"
                        + " samme sted.");
        return founding.caseKey();
    }

    /** All of the list, or nothing of it. @throws FormRefused by lines */
    @Transactional
    public int take(String clusterId, PracticeList.Content list) {
        if (!list.errors().isEmpty()) {
            throw new FormRefused(list.errors());
        }
        Founding founding = foundings.lock(clusterId);
        if (practices.of(clusterId).size() + list.lines().size() > MOST_PRACTICES) {
            throw new FormRefused("En klynge kan højst have " + MOST_PRACTICES + " praksis her.");
        }
        int added = 0;
        for (PracticeList.Line line : list.lines()) {
            if (practices.find(clusterId, line.providerNumber()).isPresent()) {
                continue;
            }
            String contact = register.expect(clusterId, line.name(), line.mail());
            practices.add(clusterId, line.providerNumber(), line.practice(), line.patients(), contact);
            added++;
        }
        if (founding.stage() == FoundingStage.JOINING) {
            inviteNew(founding);
        }
        return added;
    }

    /** Of invitations that are sent today. */
    Instant closesAt(String clusterId) {
        return times.deadline(clusterId, ClusterFoundingSettings.JOIN_DAYS).closesAt();
    }

    /** Asks those that have not answered, and lets them answer until a day to come. */
    FoundingTimes.Deadline invite(String clusterId) {
        FoundingTimes.Deadline deadline = times.deadline(clusterId, ClusterFoundingSettings.JOIN_DAYS);
        boolean isProlonged = foundings.get(clusterId).joiningClosesAt() != null;
        foundings.joiningUntil(clusterId, deadline.closesAt());
        foundings.stage(clusterId, FoundingStage.JOINING);
        Founding founding = foundings.get(clusterId);
        List<FoundingPractice> silent = silent(clusterId);
        silent.forEach(practice -> ask(founding, practice, INVITATION, String.valueOf(founding.round())));
        if (isProlonged) {
            mails.tell(
                    founding,
                    "prolonged",
                    "Fristen er forlænget",
                    "Der er endnu for få praksis til at stifte klyngen, så fristen for at melde sig til er forlænget til "
                            + CopenhagenTime.inWords(deadline.closesAt()) + ". Du skal ikke gøre noget.",
                    List.of());
        }
        LOG.info("{} practices are invited to found {}", silent.size(), clusterId);
        return deadline;
    }

    private void inviteNew(Founding founding) {
        silent(founding.clusterId()).stream()
                .filter(practice -> practice.invitedAt() == null)
                .forEach(practice -> ask(founding, practice, INVITATION, "new"));
    }

    /** The doctor of a silent practice is asked at another address; her earlier link opens nothing any longer. */
    void correct(Founding founding, String number, String mail) {
        if (!FailedMails.isAddress(mail)) {
            throw new FormRefused("Skriv en mailadresse, fx navn@praksis.example.");
        }
        FoundingPractice practice = practices
                .find(founding.clusterId(), number)
                .filter(FoundingPractice::isSilent)
                .orElseThrow(() -> new FormRefused("Praksis har svaret, så adressen rettes ikke her."));
        String contact = register.expect(founding.clusterId(), addresses.people.nameOf(practice.contactId()), mail);
        if (contact.equals(practice.contactId())) {
            throw new FormRefused("Det er den adresse, invitationen er sendt til. Skriv en anden.");
        }
        links.end(founding.clusterId(), PURPOSE, number, practice.contactId());
        if (practice.bouncedMail() != null) {
            addresses.failed.giveUp(founding.clusterId(), practice.bouncedMail());
        }
        practices.contact(practice, contact);
        ask(founding, practices.find(founding.clusterId(), number).orElseThrow(), INVITATION, "to-" + contact);
    }

    void remind(String clusterId) {
        Founding founding = foundings.get(clusterId);
        silent(clusterId).forEach(practice -> ask(founding, practice, REMINDER, String.valueOf(founding.round())));
    }

    private List<FoundingPractice> silent(String clusterId) {
        return practices.of(clusterId).stream()
                .filter(FoundingPractice::isSilent)
                .toList();
    }

    private void ask(Founding founding, FoundingPractice practice, String purpose, String round) {
        String cluster = founding.clusterId();
        outbox.enqueue(Mail.of(
                        cluster,
                        purpose,
                        purpose + ":" + founding.caseKey() + ":" + practice.providerNumber() + ":" + round,
                        Recipient.person(practice.contactId()),
                        Map.of(PROVIDER_NUMBER, practice.providerNumber()),
                        founding.caseKey())
                .withLink(links.of(cluster, PURPOSE, practice.providerNumber(), practice.contactId())));
        if (practice.invitedAt() != null) {
            return;
        }
        practices.invited(practice);
        boolean isAskedElsewhere = !practices.elsewhere(practice).isEmpty();
        if (isAskedElsewhere) {
            mails.write(
                    founding,
                    "elsewhere-" + practice.providerNumber(),
                    "En praksis er også inviteret til en anden klynge",
                    practice.name() + " (" + practice.providerNumber()
                            + ") er allerede inviteret til en anden klynge, der er ved at blive stiftet. Praksis vælger selv"
                            + " og ser begge invitationer på sin side.");
        }
    }

    /** When nobody is silent any longer there is nothing to wait for. */
    boolean hasEverybodyReplied(String clusterId) {
        return silent(clusterId).isEmpty();
    }

    Counted count(String clusterId) {
        List<FoundingPractice> joined = practices.joined(clusterId);
        int patients = joined.stream()
                .mapToInt(practice -> practice.patients() == null ? 0 : practice.patients())
                .sum();
        int fewest = settings.get(clusterId, ClusterFoundingSettings.LEAST_PRACTICES);
        int leastPatients = settings.get(clusterId, ClusterFoundingSettings.LEAST_PATIENTS) * 1000;
        String lacking = "";
        if (joined.size() < fewest) {
            lacking = joined.size() + " praksis er med; der skal mindst " + fewest + " til.";
        } else if (patients < leastPatients) {
            lacking = "De praksis, der er med, har " + patients + " patienter; der skal mindst " + leastPatients
                    + " til.";
        }
        return new Counted(
                joined.size(), patients, lacking, times.end(clusterId, ClusterFoundingSettings.LONGEST_DAYS));
    }

    void askToProlong(String clusterId) {
        foundings.stage(clusterId, FoundingStage.TOO_FEW);
        mails.write(
                foundings.get(clusterId),
                "few",
                "Der er for få praksis",
                count(clusterId).lacking()
                        + " Åbn din side, og vælg, om fristen skal forlænges, eller om stiftelsen opgives.");
    }

    /** A practice that chooses one cluster is out of the other, whose founder is told. */
    void chosen(FoundingPractice practice) {
        practices.elsewhere(practice).forEach(other -> {
            practices.reply(other, Reply.DECLINED, null);
            mails.write(
                    foundings.get(other.clusterId()),
                    "chose-" + other.providerNumber(),
                    "En praksis har valgt en anden klynge",
                    other.name() + " (" + other.providerNumber()
                            + ") har valgt en anden klynge og er ikke med længere.");
        });
    }
}
