package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.LentTasks;
import dk.klyngeflow.engine.LentTasks.Lent;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members never log in. One of them can be asked about a task all the same: she proposes by link, and its owner decides. */
@Component
class MemberHelp {

    /** Of the link, and of the mail that brings it. */
    static final String PURPOSE = "task-help";

    static final String ANSWERED = "task-help-answered";

    private static final Logger LOG = LoggerFactory.getLogger(MemberHelp.class);

    private final TaskHelps helps;
    private final LentTasks tasks;
    private final People people;
    private final Links links;
    private final Outbox outbox;

    MemberHelp(TaskHelps helps, LentTasks tasks, People people, Links links, Outbox outbox) {
        this.helps = helps;
        this.tasks = tasks;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
    }

    /** Who can be asked. */
    List<Person> members(String clusterId) {
        return people.holding(clusterId, Role.MEMBER);
    }

    /**
     * @param askedBy has the task from now on if nobody had
     * @throws Refused when somebody is being asked already
     */
    @Transactional
    public void ask(String clusterId, String taskId, String helper, String askedBy, String question) {
        Lent task = tasks.find(clusterId, taskId).orElseThrow(Refused::notFound);
        String owner = task.owner() == null ? askedBy : task.owner();
        String id = helps.ask(clusterId, taskId, helper, askedBy, question)
                .orElseThrow(() -> alreadyAsked(clusterId, taskId));
        tasks.lend(clusterId, taskId, owner);
        outbox.enqueue(Mail.of(
                        clusterId,
                        PURPOSE,
                        PURPOSE + ":" + id,
                        Recipient.person(helper),
                        Map.of("helpId", id),
                        task.caseKey())
                .withLink(links.of(clusterId, PURPOSE, id, helper)));
        LOG.info("a member is asked about task {}", taskId);
    }

    private Refused alreadyAsked(String clusterId, String taskId) {
        String name = helps.newest(clusterId, taskId)
                .map(help -> people.nameOf(help.helper()))
                .orElse("Et medlem");
        return Refused.conflict(
                name + " er allerede spurgt om opgaven. Vent på svaret, eller tag spørgsmålet tilbage først.",
                Map.of());
    }

    /** The link dies; does nothing when the answer has come already. */
    @Transactional
    public void takeBack(String clusterId, String taskId) {
        helps.newest(clusterId, taskId).ifPresent(help -> end(help, false));
    }

    private void end(TaskHelp help, boolean hasLeft) {
        if (helps.end(help, hasLeft)) {
            links.end(help.clusterId(), PURPOSE, help.helpId(), help.helper());
            tasks.takeBack(help.clusterId(), help.taskId());
        }
    }

    /** Nobody waits for somebody who is gone. */
    @EventListener
    @Transactional
    public void left(MemberLeft left) {
        helps.pendingOf(left.clusterId(), left.personId()).forEach(help -> end(help, true));
    }

    Optional<TaskHelp> find(String clusterId, String helpId) {
        return helps.find(clusterId, helpId);
    }

    /** The task, while she can still say something to it: it is open, and she has not been let off. */
    Optional<Lent> taskOf(TaskHelp help) {
        return help.endedAt() != null ? Optional.empty() : tasks.find(help.clusterId(), help.taskId());
    }

    /**
     * Keeps what she proposes beside the task and tells its owner. The same once more changes nothing.
     *
     * @throws FormRefused when the task is done
     */
    void answer(String clusterId, String helpId, String text, @Nullable String documentId) {
        TaskHelp help = helps.lock(clusterId, helpId)
                .orElseThrow(() -> new IllegalStateException("no help " + helpId + " in " + clusterId));
        boolean isSame =
                text.equals(help.answer()) && (documentId == null || Objects.equals(documentId, help.documentId()));
        if (isSame) {
            return;
        }
        Lent task = taskOf(help)
                .filter(open -> helps.answer(help, text, documentId))
                .orElseThrow(MemberHelp::tooLate);
        tasks.answered(
                clusterId,
                help.taskId(),
                "Svar fra et medlem: " + text
                        + (documentId == null ? "" : " (med en fil, som ligger øverst i opgaven)"));
        String owner = task.owner() == null ? help.askedBy() : task.owner();
        int round = Objects.hash(text, documentId);
        outbox.enqueue(Mail.of(
                clusterId,
                ANSWERED,
                ANSWERED + ":" + helpId + ":" + round,
                Recipient.person(owner),
                Map.of("helpId", helpId),
                task.caseKey()));
        LOG.info("a member has answered about task {}", help.taskId());
    }

    static FormRefused tooLate() {
        return new FormRefused(
                "Opgaven er løst i mellemtiden, så der er ikke brug for svaret længere. Tak for hjælpen.");
    }
}
