package dk.klyngeflow.members;

/**
 * Somebody of one or several clusters. When she has been erased her name is "Ukendt" and her mail empty.
 *
 * @param id also the engine's user id; opaque
 */
public record Person(String id, String name, String mail) {}
