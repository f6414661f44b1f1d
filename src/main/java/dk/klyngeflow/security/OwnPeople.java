package dk.klyngeflow.security;

/** Tells which of the engine's users are people of ours, who are changed in one place only. Implemented above the platform. */
public interface OwnPeople {

    /** True for whoever is or has been somebody in a cluster; false for an account of the platform's own. */
    boolean knows(String personId);
}
