package dk.klyngeflow.gatherings;

import java.util.List;

/** What the groups of a meeting are to talk about; a bean of whoever knows of such questions. */
public interface GroupQuestions {

    /** Empty when the meeting has none of its own. */
    List<String> of(Meeting meeting);
}
