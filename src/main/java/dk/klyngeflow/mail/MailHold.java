package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The administrator's switch: holds all mail of all nodes, for instance after a restore, when the backup says that mails wait which were
 * sent long ago.
 */
@RestController
@RequestMapping("/api/administration/mail")
class MailHold {

    private static final Logger LOG = LoggerFactory.getLogger(MailHold.class);

    private final Mails mails;
    private final MailSettings settings;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    MailHold(Mails mails, MailSettings settings, CurrentPerson person, CopenhagenTime time) {
        this.mails = mails;
        this.settings = settings;
        this.person = person;
        this.time = time;
    }

    /**
     * @param heldByNode this node's own setting {@code klyngeflow.mail.hold}, which only a restart changes
     * @param mails by state
     */
    record State(boolean held, boolean heldByNode, Map<String, Long> mails) {}

    /** @param passOver mails that were put into the outbox before this moment and still wait are not sent at all */
    record Switch(boolean held, @Nullable Instant passOver) {}

    @GetMapping
    State state() {
        requireAdministrator();
        return new State(mails.isHeld(), settings.hold(), new TreeMap<>(mails.countByState()));
    }

    @PutMapping
    State change(@RequestBody Switch wanted) {
        requireAdministrator();
        turn(wanted);
        return state();
    }

    void turn(Switch wanted) {
        Instant before = wanted.passOver();
        if (before != null) {
            LOG.info("{} mails written before {} are passed over", mails.passOver(before, time.now()), before);
        }
        if (wanted.held()) {
            mails.hold(time.now(), person.requireId());
        } else {
            mails.letGo();
        }
        LOG.info("mail is {}", wanted.held() ? "held" : "sent again");
    }

    void requireAdministrator() {
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
    }
}
