package dk.klyngeflow.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.engine.FormRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns every error of the engine's REST interface into {@code {"status": …, "message": …}}: a Danish sentence, the right status, and
 * nothing of the inside. RefusalAnswers that went well pass untouched.
 */
class CleanAnswers extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CleanAnswers.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CurrentPerson person;

    CleanAnswers(CurrentPerson person) {
        this.person = person;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Doors.path(request);
        return !path.startsWith("/engine-rest") && !path.startsWith("/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Held held = new Held(response);
        try {
            chain.doFilter(request, held);
        } catch (RuntimeException | ServletException | IOException thrown) {
            if (response.isCommitted()) {
                throw thrown;
            }
            LOG.error("{} {} failed", request.getMethod(), Doors.path(request), thrown);
            held.fail(500);
        }
        if (!held.failed() || response.isCommitted()) {
            return;
        }
        Throwable thrown = request.getAttribute(RefusalKeeper.THROWN) instanceof Throwable kept ? kept : null;
        Refusals.Answer answer =
                Refusals.answer(thrown, held.getStatus(), held.originalMessage(), person.isAdministrator());
        if (answer.status() >= 500) {
            LOG.error("{} {} failed", request.getMethod(), Doors.path(request), thrown);
        } else if (thrown instanceof FormRefused) {
            LOG.info("a form was refused: {}", Doors.path(request));
        }
        response.resetBuffer();
        RefusalAnswers.write(response, answer.status(), answer.fields());
    }

    /** Holds an answer back as soon as its status says that something went wrong. */
    private static final class Held extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int failure;

        Held(HttpServletResponse response) {
            super(response);
        }

        boolean failed() {
            return failure >= 400 || getStatus() >= 400;
        }

        void fail(int status) {
            failure = status;
        }

        @Override
        public int getStatus() {
            return failure >= 400 ? failure : super.getStatus();
        }

        String originalMessage() {
            if (body.size() == 0) {
                return "";
            }
            try {
                JsonNode message = JSON.readTree(body.toByteArray()).path("message");
                return message.isTextual() ? message.textValue() : "";
            } catch (IOException noJson) {
                return "";
            }
        }

        @Override
        public void sendError(int status) {
            fail(status);
        }

        @Override
        public void sendError(int status, String message) {
            fail(status);
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!failed()) {
                super.flushBuffer();
            }
        }

        @Override
        public void setContentLength(int length) {
            if (!failed()) {
                super.setContentLength(length);
            }
        }

        @Override
        public void setContentLengthLong(long length) {
            if (!failed()) {
                super.setContentLengthLong(length);
            }
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return failed() ? new PrintWriter(body, false, StandardCharsets.UTF_8) : super.getWriter();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new Switching();
        }

        private final class Switching extends ServletOutputStream {

            @Override
            public void write(int one) throws IOException {
                if (failed()) {
                    body.write(one);
                } else {
                    Held.super.getOutputStream().write(one);
                }
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (failed()) {
                    body.write(bytes, from, length);
                } else {
                    Held.super.getOutputStream().write(bytes, from, length);
                }
            }

            @Override
            public void flush() throws IOException {
                if (!failed()) {
                    Held.super.getOutputStream().flush();
                }
            }

            @Override
            public void close() throws IOException {
                if (!failed()) {
                    Held.super.getOutputStream().close();
                }
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("answers of the engine are written at once");
            }
        }
    }
}
