package dk.klyngeflow.ballots;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import jakarta.servlet.ServletException;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * What the process logs, to be searched: of everybody what it says by default, of us and of Spring all that somebody could switch on, and an
 * access log such as a server in front writes it.
 */
final class EverythingLogged implements AutoCloseable {

    private static final List<String> TALKING = List.of("dk.klyngeflow", "org.springframework");

    /** The fields of the format called combined, and what a link could be told by besides. */
    private static final String COMBINED =
            "%h %l %u %t \"%r\" %s %b \"%{Referer}i\" \"%{User-Agent}i\" \"%{Cookie}i\" %{Location}o";

    private final Path log;
    private final Path access;
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    private EverythingLogged(Path directory) {
        log = directory.resolve("everything.log");
        access = directory.resolve("access.log");
    }

    static EverythingLogged in(Path directory, ServletWebServerApplicationContext server) throws IOException {
        EverythingLogged all = new EverythingLogged(directory);
        Files.createFile(all.access);
        all.listen();
        all.note(((TomcatWebServer) server.getWebServer())
                .getTomcat()
                .getEngine()
                .getPipeline());
        return all;
    }

    private void listen() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d %level [%thread] %logger : %msg %mdc%n%ex");
        encoder.start();
        appender.setContext(context);
        appender.setFile(log.toString());
        appender.setEncoder(encoder);
        appender.start();
        listen(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME), null);
        TALKING.forEach(name -> listen(context.getLogger(name), Level.DEBUG));
    }

    /** @param level null to leave it; whoever talks more talks to this alone, and not to the console */
    private void listen(Logger logger, @org.jspecify.annotations.Nullable Level level) {
        Level before = logger.getLevel();
        boolean wasAdditive = logger.isAdditive();
        logger.addAppender(appender);
        if (level != null) {
            logger.setLevel(level);
            logger.setAdditive(false);
        }
        undo.add(() -> {
            logger.detachAppender(appender);
            logger.setAdditive(wasAdditive);
            logger.setLevel(before);
        });
    }

    /** The server asks once, with its first request, who keeps its access log; whoever comes later stands in the way of each request. */
    private void note(Pipeline pipeline) {
        AbstractAccessLogValve valve = new AbstractAccessLogValve() {
            @Override
            protected void log(CharArrayWriter line) {
                requests.incrementAndGet();
                try {
                    Files.writeString(access, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
        valve.setPattern(COMBINED);
        valve.setContainer(pipeline.getContainer());
        ValveBase passedByAll = new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                getNext().invoke(request, response);
                valve.log(request, response, 0);
            }
        };
        try {
            valve.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException("no access log", e);
        }
        pipeline.addValve(passedByAll);
        undo.add(() -> pipeline.removeValve(passedByAll));
    }

    List<Path> files() {
        return List.of(log, access);
    }

    long length() throws IOException {
        return Files.size(log);
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
        appender.stop();
    }
}
