package dk.klyngeflow.members;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A cluster that has been closed for good.
 *
 * @param mail the address it had
 * @param confirmed what the administrator had to confirm, one line for each
 * @param deleteFrom the day from which it is deleted with everything in it
 */
public record ClosedCluster(
        String id,
        String name,
        String mail,
        Instant closedAt,
        String closedBy,
        String confirmed,
        LocalDate deleteFrom) {}
