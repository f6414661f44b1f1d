package dk.klyngeflow.gatherings;

import java.util.List;

/** What stands below the lines on the paper of the agenda, such as where more can be seen; a bean each. Nothing for one person alone. */
public interface AgendaPaperNote {

    List<String> of(Meeting meeting);
}
