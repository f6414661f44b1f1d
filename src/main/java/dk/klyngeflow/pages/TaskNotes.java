package dk.klyngeflow.pages;

import java.time.Instant;
import java.util.Optional;

/** What the one who gave a task away has written to the one who got it; kept by the module that tells her. */
public interface TaskNotes {

    record Note(String from, String text, Instant at) {}

    /** The newest one. */
    Optional<Note> of(String clusterId, String taskId);
}
