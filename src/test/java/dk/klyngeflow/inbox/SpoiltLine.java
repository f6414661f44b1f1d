package dk.klyngeflow.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line to the mailbox that breaks, or drips, whenever a certain word is to come over it. */
final class SpoiltLine implements AutoCloseable {

    /** What happens at the word. */
    enum Fault {
        BREAKS,
        DRIPS
    }

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int target;
    private final String word;
    private final Fault fault;

    SpoiltLine(int target, String word, Fault fault) {
        this.target = target;
        this.word = word;
        this.fault = fault;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> pump(near, far, false));
                daemon(() -> pump(far, near, true));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean spoils) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65_536];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                boolean isHere = spoils && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(word);
                if (isHere && fault == Fault.BREAKS) {
                    return;
                }
                if (isHere) {
                    drip(out, buffer, n);
                } else {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // one of the two has hung up
            return;
        }
    }

    private void drip(OutputStream out, byte[] buffer, int n) throws IOException {
        try {
            for (int i = 0; i < n && !closed.await(100, TimeUnit.MILLISECONDS); i++) {
                out.write(buffer[i]);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "spoilt-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
