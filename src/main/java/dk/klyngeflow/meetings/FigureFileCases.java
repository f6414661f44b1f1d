package dk.klyngeflow.meetings;

import dk.klyngeflow.benchmarks.FigureFileRefused;
import dk.klyngeflow.benchmarks.FigureFileTaken;
import dk.klyngeflow.benchmarks.FigureFiles;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives somebody a task when something is wrong with a file that came by itself, in the transaction that keeps what is wrong: one for each
 * file, however many versions of it come. It closes when one is taken.
 */
@Component
class FigureFileCases {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int DAYS_TO_ACT = 2;
    private static final int DAYS_TO_ESCALATE = 5;

    private final Cases cases;
    private final FigureFiles files;
    private final Outbox outbox;
    private final People people;
    private final CopenhagenTime time;

    FigureFileCases(Cases cases, FigureFiles files, Outbox outbox, People people, CopenhagenTime time) {
        this.cases = cases;
        this.files = files;
        this.outbox = outbox;
        this.people = people;
        this.time = time;
    }

    @EventListener
    void open(FigureFileRefused refused) {
        String businessKey = FigureFile.businessKey(refused.clusterId(), refused.fileId());
        if (cases.isOpen(refused.clusterId(), businessKey)) {
            return;
        }
        files.wrong(refused.clusterId(), refused.fileId())
                .ifPresent(wrong -> cases.start(
                        FigureFile.KEY,
                        refused.clusterId(),
                        businessKey,
                        Map.of(
                                FigureFileVariables.FILE_ID.name(),
                                refused.fileId(),
                                FigureFileVariables.CASE_LABEL.name(),
                                "„" + wrong.called() + "“",
                                FigureFileVariables.TASK_DUE_AT.name(),
                                in(DAYS_TO_ACT, AFTERNOON).toString(),
                                FigureFileVariables.ESCALATE_AT.name(),
                                in(DAYS_TO_ESCALATE, MORNING).toString())));
    }

    @EventListener
    void close(FigureFileTaken taken) {
        cases.tell(
                FigureFile.TAKEN,
                taken.clusterId(),
                FigureFile.businessKey(taken.clusterId(), taken.fileId()),
                Map.of());
    }

    /** @param when it was to be told: once for each case of a file */
    void escalate(String clusterId, String fileId, String label, Instant when) {
        people.holding(clusterId, Role.COORDINATOR)
                .forEach(coordinator -> outbox.enqueue(Mail.of(
                        clusterId,
                        "figure-file-open",
                        "figure-file-open:" + fileId + ":" + when + ":" + coordinator.id(),
                        Recipient.person(coordinator.id()),
                        Map.of("about", label),
                        FigureFile.businessKey(clusterId, fileId))));
    }

    private Instant in(int workingDays, LocalTime hour) {
        return CopenhagenTime.at(WorkingDays.after(time.today(), workingDays), hour);
    }
}
