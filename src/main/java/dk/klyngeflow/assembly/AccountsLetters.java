package dk.klyngeflow.assembly;

import dk.klyngeflow.accounts.PostedLate;
import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.annualaccounts.SignAccountsLink;
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

/** Asks the board of a year to sign its accounts, reminds whoever has not, and tells those whose approval is void. */
@Component
class AccountsLetters {

    static final String SIGNATURE = "accounts-signature";
    static final String REMINDER = "accounts-signature-reminder";

    static final String VOID = "accounts-approval-void";

    static final String YEAR = "year";
    static final String VOUCHER = "voucher";
    static final String VERSION = "version";
    /** Danish: the day when the treasurer decides how to go on. */
    static final String UNTIL = "until";

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

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

    /**
     * Whom nobody has heard of then.
     *
     * @param remindAt when she is reminded
     * @param settleAt when somebody decides how to go on without waiting
     * @param taskDueAt until when
     */
    record Asked(Instant remindAt, Instant settleAt, Instant taskDueAt) {}

    Asked ask(String clusterId, int year) {
        int days = settings.get(clusterId, AssemblySettings.ASSEMBLY_TASK_DAYS);
        Instant settleAt = CopenhagenTime.at(time.today().plusDays(2L * days), MORNING);
        send(clusterId, year, SIGNATURE, settleAt);
        return new Asked(
                CopenhagenTime.at(time.today().plusDays(days), MORNING),
                settleAt,
                CopenhagenTime.at(time.today().plusDays(3L * days), AFTERNOON));
    }

    void remind(String clusterId, int year, Instant settleAt) {
        send(clusterId, year, REMINDER, settleAt);
    }

    /** Whoever has approved the draft that is no longer what the books say; once for each draft, however much is posted. */
    void tellOfVoid(PostedLate late) {
        accounts.latestDraft(late.clusterId(), late.year()).ifPresent(draft -> {
            String key = AnnualAccountsPlanning.key(late.clusterId(), late.year());
            outbox.enqueueAll(accounts.approvers(draft).stream()
                    .map(person -> Mail.of(
                            late.clusterId(),
                            VOID,
                            VOID + ":" + key + ":" + person + ":" + draft.version(),
                            Recipient.person(person),
                            Map.of(
                                    YEAR,
                                    String.valueOf(late.year()),
                                    VERSION,
                                    String.valueOf(draft.version()),
                                    VOUCHER,
                                    late.voucherId()),
                            key))
                    .toList());
        });
    }

    private void send(String clusterId, int year, String purpose, Instant settleAt) {
        Draft draft = accounts.latestDraft(clusterId, year)
                .orElseThrow(() -> new IllegalStateException("no draft of " + year + " in " + clusterId));
        List<String> to = accounts.missingSignatures(clusterId, year);
        UnaryOperator<String> of = links.ofAll(clusterId, SignAccountsLink.PURPOSE, draft.id(), to);
        String key = AnnualAccountsPlanning.key(clusterId, year);
        outbox.enqueueAll(to.stream()
                .map(person -> Mail.of(
                                clusterId,
                                purpose,
                                purpose + ":" + key + ":" + person + ":" + draft.version() + ":" + time.today(),
                                Recipient.person(person),
                                Map.of(
                                        YEAR,
                                        String.valueOf(year),
                                        VERSION,
                                        String.valueOf(draft.version()),
                                        UNTIL,
                                        CopenhagenTime.inWords(settleAt)),
                                key)
                        .withLink(of.apply(person)))
                .toList());
    }
}
