package dk.klyngeflow.gatherings;

import java.util.List;

/** What a new agenda should take up from earlier meetings, such as what was agreed and is not done yet. */
public interface AgendaStatus {

    /** Danish lines, without names. */
    List<String> lines(String clusterId);
}
