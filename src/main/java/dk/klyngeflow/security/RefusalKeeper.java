package dk.klyngeflow.security;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Keeps what a command threw with the request, since the engine's REST interface keeps only its text and mistakes most for a fault. */
class RefusalKeeper extends CommandInterceptor {

    static final String THROWN = RefusalKeeper.class.getName() + ".thrown";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException thrown) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            if (request != null) {
                request.setAttribute(THROWN, Refusals.essence(thrown), RequestAttributes.SCOPE_REQUEST);
            }
            throw thrown;
        }
    }
}
