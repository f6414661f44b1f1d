package dk.klyngeflow.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that behaves as a test tells it to. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Says nothing more, and keeps the connection. */
    static final String SILENCE = "silence";
    /** Ends the connection without an answer. */
    static final String HANG_UP = "hang up";
    /** Sends an endless answer, a character at a time. */
    static final String DRIP = "drip";

    public static final String OK = "250 2.0.0 OK";

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: (<[^>]+>)");

    /** Where the conversation is. END is the answer to the whole mail. */
    public enum Moment {
        GREETING,
        MAIL,
        RCPT,
        DATA,
        END
    }

    /** @return an SMTP answer, or SILENCE, HANG_UP, DRIP */
    public interface Script {
        String answer(Moment moment, String recipient);
    }

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private volatile Script script = (moment, recipient) -> OK;

    public ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void behave(Script behaviour) {
        script = behaviour;
    }

    /** Message-IDs of all mails whose text has arrived in full, whatever was answered. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** A mail that was answered with yes. */
    public record Accepted(String messageId, String recipient) {}

    public List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    List<String> recipients() {
        return List.copyOf(recipients);
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

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = server.accept();
                daemon(() -> converse(socket));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void converse(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            String greeting = script.answer(Moment.GREETING, "");
            if (!say(out, greeting.equals(OK) ? "220 test" : greeting)) {
                return;
            }
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                boolean goOn = switch (verb) {
                    case "EHLO", "HELO", "RSET", "NOOP" -> say(out, OK);
                    case "QUIT" -> say(out, "221 bye") && false;
                    case "MAIL" -> say(out, script.answer(Moment.MAIL, ""));
                    case "RCPT" -> {
                        recipient = line.replaceAll("(?i).*<(.*)>.*", "$1");
                        yield say(out, script.answer(Moment.RCPT, recipient));
                    }
                    case "DATA" -> data(in, out, recipient);
                    default -> say(out, "500 what");
                };
                if (!goOn) {
                    return;
                }
            }
        } catch (IOException | java.util.concurrent.CancellationException ended) {
            // the client's patience has ended, or the test
        }
    }

    private boolean data(BufferedReader in, OutputStream out, String recipient) throws IOException {
        String answer = script.answer(Moment.DATA, recipient);
        if (!answer.equals(OK)) {
            return say(out, answer);
        }
        say(out, "354 go on");
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                Matcher id = MESSAGE_ID.matcher(text);
                String messageId = id.find() ? id.group(1) : "none";
                taken.add(messageId);
                recipients.add(recipient);
                String end = script.answer(Moment.END, recipient);
                if (end.equals(OK)) {
                    accepted.add(new Accepted(messageId, recipient));
                }
                return say(out, end);
            }
            text.append(line).append('\n');
        }
        return false;
    }

    private boolean say(OutputStream out, String answer) throws IOException {
        switch (answer) {
            case HANG_UP -> {
                return false;
            }
            case SILENCE -> {
                awaitClose();
                return false;
            }
            case DRIP -> {
                while (closed.getCount() > 0) {
                    out.write('2');
                    out.flush();
                    waitMillis(20);
                }
                return false;
            }
            default -> {
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return !answer.startsWith("421");
            }
        }
    }

    private void awaitClose() {
        waitMillis(60_000);
    }

    private void waitMillis(long millis) {
        try {
            if (closed.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw new java.util.concurrent.CancellationException("closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
