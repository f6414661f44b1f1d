package dk.klyngeflow.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * SMTP and IMAP on loopback, without a password. What it answers goes out at once: it answers in small pieces, and the kernel held each back for 40 ms until the one before was acknowledged.
 */
public final class EmbeddedMailServer extends GreenMail {

    /** Ports of loopback; 0 is any that is free. */
    public EmbeddedMailServer(int smtpPort, int imapPort) {
        super(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    /** Where it is read; {@code getImap()} knows only the library's own. */
    public int imapPort() {
        return Objects.requireNonNull(services.get(ServerSetup.PROTOCOL_IMAP)).getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> services = new LinkedHashMap<>();
        for (ServerSetup setup : setups) {
            services.put(
                    setup.getProtocol(),
                    ServerSetup.PROTOCOL_SMTP.equals(setup.getProtocol())
                            ? new PromptSmtp(setup, managers)
                            : new PromptImap(setup, managers));
        }
        return services;
    }

    private static final class PromptSmtp extends SmtpServer {
        PromptSmtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }

    /** {@code ImapServer} is final and does no more. */
    private static final class PromptImap extends AbstractServer {
        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }
}
