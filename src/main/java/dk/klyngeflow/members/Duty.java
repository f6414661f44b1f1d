package dk.klyngeflow.members;

import dk.klyngeflow.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Work that somebody in a cluster has to do, as a constant of the stage that has it. Who does it is a mandate.
 *
 * @param id             as the models write it in a user task's property {@code duty}
 * @param danish         as people read it, in the infinitive
 * @param role           who has it by default
 * @param first          of all who have the role, whoever holds this post alone is asked, if there is one; null when all are
 * @param canBeMoved     false when whoever has it by her role cannot give it away
 */
public record Duty(
        String id, String danish, Role role, @Nullable Post first, boolean canBeMoved) {

    public static Duty of(String id, String danish, Role role) {
        return new Duty(id, danish, role, null, true);
    }

    public Duty treasurerBeforeBoard() {
        return new Duty(id, danish, role, Post.TREASURER, canBeMoved);
    }

    /** What the board has to settle goes to its chair, if there is one. */
    public Duty chairBeforeBoard() {
        return new Duty(id, danish, role, Post.CHAIR, canBeMoved);
    }

    /** A coordinator cannot give away the power to give away. */
    public Duty thatStays() {
        return new Duty(id, danish, role, first, false);
    }
}
