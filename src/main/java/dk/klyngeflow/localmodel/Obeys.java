package dk.klyngeflow.localmodel;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.security.Role;
import java.util.List;

/** What one room makes of what the cluster has agreed on; a bean per room that obeys the model. Its steps read the settings, not the model. */
public interface Obeys {

    /**
     * A setting that follows from an answer.
     *
     * @param readBy which process reads it and what for, as people read it
     */
    record Effect<T>(Question because, Setting<T> setting, T value, String readBy) {}

    /** A duty that goes to somebody because of an answer. @param to where it lies by default when that is its own role */
    record Given(Question because, Duty duty, Role to, String readBy) {}

    /** Nothing for a question that is left open: it then stays as it is. */
    List<Effect<?>> settings(Choices model);

    default List<Given> duties(Choices model) {
        return List.of();
    }
}
