package dk.klyngeflow.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The line to the mail server that Spring's {@code spring.mail} names. One connection serves many mails, one at a time. */
@Component
class SmtpServer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

    private final ObjectProvider<JavaMailSenderImpl> configured;
    private final Duration longest;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mail-watch");
        thread.setDaemon(true);
        return thread;
    });

    SmtpServer(ObjectProvider<JavaMailSenderImpl> configured, MailSettings settings) {
        this.configured = configured;
        this.longest = settings.longest();
    }

    /** What the mail server said to one mail. */
    enum Answer {
        TAKEN,
        /** A temporary answer to this mail, 4xx. */
        LATER,
        /** A final answer to this address or this mail, 5xx. */
        REFUSED,
        /** The connection ended or the time was up: nobody knows whether it was taken. */
        UNCLEAR
    }

    boolean isConfigured() {
        return configured.getIfAvailable() != null;
    }

    /** @throws MessagingException when the server does not let us in; that is nothing against any mail */
    Line open() throws MessagingException {
        JavaMailSenderImpl server = configured.getObject();
        String protocol = Optional.ofNullable(server.getProtocol())
                .orElse(server.getJavaMailProperties().getProperty("mail.transport.protocol", "smtp"));
        CuttableSockets socket = new CuttableSockets();
        Properties properties = new Properties();
        properties.putAll(server.getJavaMailProperties());
        String prefix = "mail." + protocol;
        // Jakarta Mail waits for ever unless told otherwise
        properties.putIfAbsent(prefix + ".connectiontimeout", "10000");
        properties.putIfAbsent(prefix + ".timeout", "20000");
        properties.putIfAbsent(prefix + ".writetimeout", "20000");
        properties.putIfAbsent(prefix + ".quitwait", "false");
        // TLS, from the beginning or later, is laid over this socket
        properties.put(prefix + ".socketFactory", socket);
        properties.put(prefix + ".socketFactory.fallback", "false");
        Session session = Session.getInstance(properties);
        Transport transport = session.getTransport(protocol);
        ScheduledFuture<?> alarm = watch.schedule(socket::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        } finally {
            alarm.cancel(false);
        }
        return new Line(session, transport, socket);
    }

    final class Line implements AutoCloseable {

        private final Session session;
        private final Transport transport;
        private final CuttableSockets socket;

        private Line(Session session, Transport transport, CuttableSockets socket) {
            this.session = session;
            this.transport = transport;
            this.socket = socket;
        }

        Session session() {
            return session;
        }

        Answer send(Message message, InternetAddress to) {
            // a server that sends one character now and then keeps every timeout of a single read from running out
            ScheduledFuture<?> alarm = watch.schedule(socket::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                transport.sendMessage(message, new InternetAddress[] {to});
                return Answer.TAKEN;
            } catch (MessagingException e) {
                return meaning(e);
            } finally {
                alarm.cancel(false);
            }
        }

        @Override
        public void close() {
            ScheduledFuture<?> alarm = watch.schedule(socket::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.debug("the mail server had hung up already", e);
            } finally {
                alarm.cancel(false);
            }
        }
    }

    private static Answer meaning(MessagingException thrown) {
        for (Exception e = thrown; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException address) {
                return ofCode(address.getReturnCode());
            }
            if (e instanceof SMTPSenderFailedException) {
                // our own address is not welcome: that is our set-up and no fault of the recipient
                return Answer.LATER;
            }
            if (e instanceof SMTPSendFailedException mail && mail.getReturnCode() > 0) {
                return "MAIL".equals(verb(mail)) ? Answer.LATER : ofCode(mail.getReturnCode());
            }
        }
        return Answer.UNCLEAR;
    }

    private static String verb(SMTPSendFailedException e) {
        String command = e.getCommand();
        return command == null || command.length() < 4 ? "" : command.substring(0, 4);
    }

    private static Answer ofCode(int code) {
        if (code == 421) {
            return Answer.UNCLEAR;
        }
        return code >= 500 ? Answer.REFUSED : code >= 400 ? Answer.LATER : Answer.UNCLEAR;
    }
}
