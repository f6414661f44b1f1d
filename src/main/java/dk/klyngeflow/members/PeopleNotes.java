package dk.klyngeflow.members;

import java.util.List;

/** What a stage has to say on the page of a cluster's people, of posts that somebody must do something about. */
public interface PeopleNotes {

    List<Note> of(String clusterId);

    /** @param said Danish: what it is, who does what, and by when @param label of where it is done */
    record Note(String said, String label, String href) {}
}
