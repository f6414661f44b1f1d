package dk.klyngeflow.security;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP as Tomcat speaks it, with an end to its patience: Tomcat counts the time from one byte to the next, so a sender who drips the
 * lines of a request would be kept for ever. Here the whole head must be there within {@link #HEAD}.
 */
public class PatientProtocol extends Http11NioProtocol {

    static final long HEAD = TimeUnit.SECONDS.toNanos(10);

    @Override
    protected Processor createProcessor() {
        return new Patient(this, getAdapter());
    }

    private static final class Patient extends Http11Processor {

        private long began;

        Patient(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        /** Asked each time some more of the request has come. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (began == 0) {
                began = System.nanoTime();
            }
            SocketState state = super.service(socket);
            if (state != SocketState.LONG || isAsync()) {
                began = 0;
            } else if (System.nanoTime() - began > HEAD) {
                began = 0;
                return SocketState.CLOSED;
            }
            return state;
        }
    }
}
