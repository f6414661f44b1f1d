package dk.klyngeflow.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Does something in commands of its own within the transaction of a step. The engine writes what a command does when the command ends, so
 * a step that changes who is in a group would give tasks to those who were in it before.
 */
public final class OwnCommand {

    private OwnCommand() {}

    /** The caller's own case must not be touched by the work. */
    public static void run(Runnable work) {
        Deque<CommandContext> outer = new ArrayDeque<>();
        while (Context.getCommandContext() != null) {
            outer.push(Context.getCommandContext());
            Context.removeCommandContext();
        }
        try {
            work.run();
        } finally {
            outer.forEach(Context::setCommandContext);
        }
    }
}
