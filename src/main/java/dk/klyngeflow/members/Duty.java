package dk.klyngeflow.members;

import dk.klyngeflow.security.Role;

/**
 * Work that somebody in a cluster has to do, as a constant of the stage that has it. Who does it is a mandate.
 *
 * @param id             as the models write it in a user task's property {@code duty}
 * @param danish         as people read it, in the infinitive
 * @param role           who has it by default
 * @param treasurerFirst true when of the board the treasurer alone is asked, if there is one
 * @param canBeMoved     false when whoever has it by her role cannot give it away
 */
public record Duty(String id, String danish, Role role, boolean treasurerFirst, boolean canBeMoved) {

    public static Duty of(String id, String danish, Role role) {
        return new Duty(id, danish, role, false, true);
    }

    public Duty treasurerBeforeBoard() {
        return new Duty(id, danish, role, true, canBeMoved);
    }

    /** A coordinator cannot give away the power to give away. */
    public Duty thatStays() {
        return new Duty(id, danish, role, treasurerFirst, false);
    }
}
