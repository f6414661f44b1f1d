package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.mail.MailRefused;
import dk.klyngeflow.members.Clusters;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives somebody a task when a mail could not be delivered, in the transaction that marks it: one for each address, however many mails fail
 * there.
 */
@Component
class FailedMailCases {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int DAYS_TO_ACT = 2;
    private static final int DAYS_TO_ESCALATE = 5;

    private final Cases cases;
    private final FailedMails mails;
    private final Clusters clusters;
    private final CopenhagenTime time;

    FailedMailCases(Cases cases, FailedMails mails, Clusters clusters, CopenhagenTime time) {
        this.cases = cases;
        this.mails = mails;
        this.clusters = clusters;
        this.time = time;
    }

    @EventListener
    void open(MailRefused refused) {
        if (clusters.isInFounding(refused.clusterId())) {
            // nobody there could log in to a task: the founder and the administrators are told
            return;
        }
        String businessKey = FailedMail.businessKey(refused.clusterId(), refused.mailId());
        if (isOpen(refused.clusterId(), refused.mailId())
                || mails.besides(refused.clusterId(), refused.mailId()).stream()
                        .anyMatch(other -> isOpen(refused.clusterId(), other))) {
            return;
        }
        String about = mails.find(refused.clusterId(), refused.mailId())
                .map(FailedMails.FailedMail::about)
                .orElse(String.valueOf(refused.mailId()));
        cases.start(
                FailedMail.KEY,
                refused.clusterId(),
                businessKey,
                Map.of(
                        FailedMailVariables.MAIL_ID.name(),
                        refused.mailId(),
                        FailedMailVariables.CASE_LABEL.name(),
                        "„" + about + "“",
                        FailedMailVariables.TASK_DUE_AT.name(),
                        in(DAYS_TO_ACT, AFTERNOON).toString(),
                        FailedMailVariables.ESCALATE_AT.name(),
                        in(DAYS_TO_ESCALATE, MORNING).toString()));
    }

    private boolean isOpen(String clusterId, long mailId) {
        return cases.isOpen(clusterId, FailedMail.businessKey(clusterId, mailId));
    }

    private Instant in(int workingDays, LocalTime hour) {
        return CopenhagenTime.at(WorkingDays.after(time.today(), workingDays), hour);
    }
}
