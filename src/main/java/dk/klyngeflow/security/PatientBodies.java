package dk.klyngeflow.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body must come within {@link #START} and the time it takes at {@link #SLOWEST} bytes a second; who is slower is cut off, or a few
 * hundred senders who drip would hold every worker. The more workers wait, the shorter they do. Wraps what Tomcat itself reads from, since
 * forms and uploads are read there and not from the request's stream.
 */
class PatientBodies extends ValveBase {

    static final long START = TimeUnit.SECONDS.toNanos(10);
    static final int SLOWEST = 8_000;

    /** So many may wait at their ease; a quarter of the workers there are. */
    private static final int AT_EASE = 50;

    private static final long IN_HASTE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int LONGEST_REST = 40_000_000;

    private final AtomicInteger waiting = new AtomicInteger();

    PatientBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        InputBuffer all = coyote.getInputBuffer();
        Body body = new Body(coyote, all);
        coyote.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !body.isWhole() && !coyote.hasExpectation()) {
                // the answer is given; what was not asked for is thrown away under the same rule, since Tomcat would
                // wait for it
                response.finishResponse();
                body.throwAway();
            }
        } finally {
            coyote.setInputBuffer(all);
        }
    }

    private final class Body implements InputBuffer {

        private final org.apache.coyote.Request request;
        private final InputBuffer all;
        private final long began = System.nanoTime();
        private long read;

        Body(org.apache.coyote.Request request, InputBuffer all) {
            this.request = request;
            this.all = all;
        }

        boolean isWhole() {
            AtomicBoolean whole = new AtomicBoolean();
            request.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
            return whole.get();
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            awaitSomething();
            int count = all.doRead(handler);
            if (count > 0) {
                read += count;
            }
            return count;
        }

        private void awaitSomething() throws IOException {
            if (has()) {
                return;
            }
            long since = System.nanoTime();
            waiting.incrementAndGet();
            try {
                while (!has()) {
                    long now = System.nanoTime();
                    boolean late = now - began > START + TimeUnit.SECONDS.toNanos(1) * (read / SLOWEST);
                    if (late || (waiting.get() > AT_EASE && now - since > IN_HASTE)) {
                        // no more is read, and the connection ends with the answer
                        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                        throw new ClientAbortException("the body came too slowly");
                    }
                    // Tomcat wakes nobody who has not given the worker back
                    LockSupport.parkNanos(LOOK);
                }
            } finally {
                waiting.decrementAndGet();
            }
        }

        /** Something to read, or the end. */
        private boolean has() {
            if (isWhole()) {
                return true;
            }
            request.action(ActionCode.AVAILABLE, Boolean.TRUE);
            return request.getAvailable() > 0;
        }

        void throwAway() {
            try {
                while (read < LONGEST_REST && doRead(new Nowhere()) >= 0) {}
            } catch (IOException tooSlowOrGone) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }

        @Override
        public int available() {
            return all.available();
        }
    }

    /** Takes what is read and forgets it. */
    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer next) {
            buffer = next;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Tomcat's own buffer is big enough
        }
    }
}
