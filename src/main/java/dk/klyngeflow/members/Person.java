package dk.klyngeflow.members;

import dk.klyngeflow.engine.Rows.Column;

/**
 * Somebody of one or several clusters. When she has been erased her name is "Ukendt" and her mail empty.
 *
 * @param id also the engine's user id; opaque
 */
public record Person(
        @Column("person_id") String id,
        @Column(isJoined = true) String name,
        @Column(isJoined = true) String mail) {}
