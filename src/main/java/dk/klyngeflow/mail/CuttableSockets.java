package dk.klyngeflow.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows the sockets of a conversation with a mail server, to end it from outside; TLS is laid over them. */
public final class CuttableSockets extends SocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(CuttableSockets.class);

    private final List<Socket> open = new ArrayList<>();

    /** Whoever reads or writes gets an exception at once; new sockets can be made afterwards. */
    public synchronized void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("the socket could not be closed", e);
            }
        }
        open.clear();
    }

    @Override
    public synchronized Socket createSocket() {
        open.removeIf(Socket::isClosed);
        Socket socket = new Socket();
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("only sockets with a connection timeout");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException("only sockets with a connection timeout");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("only sockets with a connection timeout");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException("only sockets with a connection timeout");
    }
}
