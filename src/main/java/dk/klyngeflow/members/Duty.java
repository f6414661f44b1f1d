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
 * @param isAdministrators whether it lies outside the cluster, with whoever runs the installation
 * @param canBeMoved     false when whoever has it by her role cannot give it away
 */
public record Duty(
        String id, String danish, Role role, @Nullable Post first, boolean isAdministrators, boolean canBeMoved) {

    public static Duty of(String id, String danish, Role role) {
        return new Duty(id, danish, role, null, false, true);
    }

    /** Nobody in the cluster has it, and nobody can give it away. */
    public static Duty ofAdministrators(String id, String danish) {
        return new Duty(id, danish, Role.BOARD, null, true, false);
    }

    public Duty treasurerBeforeBoard() {
        return new Duty(id, danish, role, Post.TREASURER, isAdministrators, canBeMoved);
    }

    /** What the board has to settle goes to its chair, if there is one. */
    public Duty chairBeforeBoard() {
        return new Duty(id, danish, role, Post.CHAIR, isAdministrators, canBeMoved);
    }

    /** A coordinator cannot give away the power to give away. */
    public Duty thatStays() {
        return new Duty(id, danish, role, first, isAdministrators, false);
    }
}
