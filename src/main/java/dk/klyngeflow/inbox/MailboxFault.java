package dk.klyngeflow.inbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why the mailbox cannot be read, in one Danish sentence that says what to mend. What the server said stays out: it may quote a password. */
final class MailboxFault {

    private MailboxFault() {}

    static String of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) {
                return "Mailserveren tager ikke imod brugernavnet eller adgangskoden. Ret KLYNGEFLOW_INBOX_USER og KLYNGEFLOW_INBOX_PASSWORD.";
            }
            if (cause instanceof FolderNotFoundException) {
                return "Mappen findes ikke i postkassen. Ret KLYNGEFLOW_INBOX_FOLDER.";
            }
            if (cause instanceof UnknownHostException) {
                return "Mailserverens navn kan ikke slås op. Ret KLYNGEFLOW_INBOX_HOST.";
            }
            if (cause instanceof SSLException) {
                return "Forbindelsen kan ikke krypteres, eller mailserverens certifikat passer ikke. Ret KLYNGEFLOW_INBOX_HOST, _PORT eller _SSL.";
            }
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return "Databasen svarede ikke, mens postkassen blev læst.";
            }
        }
        return "Mailserveren svarer ikke eller afbryder. Se, om KLYNGEFLOW_INBOX_HOST og _PORT passer, og om den kører.";
    }
}
