package dk.klyngeflow.gatherings;

import java.util.List;

/** An agenda that a meeting has been begun with; a bean of whoever knows of one. */
public interface AgendaBasis {

    /** One line for each item, with the hours of the meeting it was written for; empty when the meeting has none. */
    List<String> of(Meeting meeting);
}
