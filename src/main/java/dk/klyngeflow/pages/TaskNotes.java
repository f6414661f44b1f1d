package dk.klyngeflow.pages;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.util.Optional;

/** What the one who gave a task away has written to the one who got it; kept by the module that tells her. */
public interface TaskNotes {

    record Note(
            @Column(value = "name", isJoined = true) String from,
            @Column("message") String text,
            @Column("sent_at") Instant at) {}

    /** The newest one. */
    Optional<Note> of(String clusterId, String taskId);
}
