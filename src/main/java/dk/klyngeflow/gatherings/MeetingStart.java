package dk.klyngeflow.gatherings;

import java.time.LocalDate;

/** Begins a meeting of a cluster, for whoever has planned one. Of the module that arranges meetings. */
public interface MeetingStart {

    /** Joins the caller's transaction. @param by a person's id */
    Meeting begin(String clusterId, LocalDate earliest, LocalDate latest, String by);
}
