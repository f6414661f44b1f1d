package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Asks the board of a year to sign its accounts, and reminds whoever has not. */
@Component
class AccountsLetters {

    static final String SIGNATURE = "accounts-signature";
    static final String REMINDER = "accounts-signature-reminder";

    static final String YEAR = "year";
    static final String VERSION = "version";

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final AccountsOfYear accounts;
    private final Outbox outbox;
    private final Links links;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    AccountsLetters(
            AccountsOfYear accounts, Outbox outbox, Links links, ClusterSettings settings, CopenhagenTime time) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.links = links;
        this.settings = settings;
        this.time = time;
    }

    /** @return when whoever has not signed is reminded */
    Instant ask(String clusterId, int year) {
        send(clusterId, year, SIGNATURE);
        return CopenhagenTime.at(
                time.today().plusDays(settings.get(clusterId, AssemblySettings.ASSEMBLY_TASK_DAYS)), MORNING);
    }

    void remind(String clusterId, int year) {
        send(clusterId, year, REMINDER);
    }

    private void send(String clusterId, int year, String purpose) {
        Draft draft = accounts.latestDraft(clusterId, year)
                .orElseThrow(() -> new IllegalStateException("no draft of " + year + " in " + clusterId));
        List<String> to = accounts.missingSignatures(clusterId, year);
        UnaryOperator<String> of = links.ofAll(clusterId, SignAccountsLink.PURPOSE, draft.id(), to);
        String key = AnnualAccountsPlanning.key(clusterId, year);
        outbox.enqueueAll(to.stream()
                .map(person -> Mail.of(
                                clusterId,
                                purpose,
                                purpose + ":" + key + ":" + person + ":" + draft.version(),
                                Recipient.person(person),
                                Map.of(YEAR, String.valueOf(year), VERSION, String.valueOf(draft.version())),
                                key)
                        .withLink(of.apply(person)))
                .toList());
    }
}
