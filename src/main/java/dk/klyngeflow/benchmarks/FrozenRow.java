package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.Rows.Column;

/**
 * A practice's row as it was when the set was frozen, with what is needed to show the cluster the rows of those who want to be named.
 *
 * @param order of its drawing: who is hidden beside a small one is chance, the same chance at every reading
 * @param wasNamed whether its accept to be named stood at the freeze
 */
record FrozenRow(
        PracticeRow row,
        @Column("draw_order") String order,
        @Column("was_named") boolean wasNamed) {}
