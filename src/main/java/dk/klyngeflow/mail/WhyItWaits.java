package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Why a mail that waits is not sent, and when it is tried again, for the administrator's page. The mail server is seen from this node. */
@Component
class WhyItWaits {

    private final Postman postman;
    private final Mails mails;
    private final MailSettings settings;
    private final SmtpServer server;
    private final CopenhagenTime time;

    WhyItWaits(Postman postman, Mails mails, MailSettings settings, SmtpServer server, CopenhagenTime time) {
        this.postman = postman;
        this.mails = mails;
        this.settings = settings;
        this.server = server;
        this.time = time;
    }

    /** Danish; empty when the mail server lets this node in. */
    String serverAway() {
        return postman.awaySince()
                .map(since -> ("Mailserveren har ikke svaret siden %s. Den prøves igen hvert minut, og intet går tabt imens."
                                + " Se, om SPRING_MAIL_HOST og adgangskoden passer, og om den kører.")
                        .formatted(CopenhagenTime.inWords(since)))
                .orElse("");
    }

    /** Why nothing at all is sent at the moment, Danish; empty when mail is sent. */
    String nothingIsSent() {
        if (mails.isHeld()) {
            return "Al post holdes tilbage.";
        }
        if (settings.hold()) {
            return "Denne node holder posten tilbage.";
        }
        if (!server.isConfigured()) {
            return "Der er ingen mailserver (SPRING_MAIL_HOST).";
        }
        return postman.awaySince().isPresent() ? "Mailserveren svarer ikke." : "";
    }

    String inWords(Mails.Shown mail) {
        String nothing = nothingIsSent();
        if (!nothing.isEmpty() || !mail.reason().isEmpty()) {
            return (mail.reason() + " " + nothing).strip();
        }
        return time.now().isBefore(mail.dueAt()) ? "Dens tid er ikke kommet." : "";
    }

    /** The next attempt; what is due is tried within seconds, unless nothing is sent. */
    String tried(Mails.Shown mail) {
        Instant due = mail.dueAt();
        if (time.now().isBefore(due)) {
            return DanishTime.MOMENT_IN_FIGURES.withZone(CopenhagenTime.ZONE).format(due);
        }
        if (mails.isHeld() || settings.hold()) {
            return "når posten slippes løs";
        }
        return postman.awaySince().isPresent() ? "hvert minut" : "snart";
    }
}
