package dk.klyngeflow.gatherings;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Begins a meeting whose topic is known, as the start form does: the same fields, the same warnings. Of the module that arranges meetings. */
public interface KnownMeetingStart {

    /** In which it may be. */
    record Weeks(LocalDate earliest, LocalDate latest) {}

    Weeks suggested(String clusterId);

    /**
     * Joins the caller's transaction; the members are not asked for topics.
     *
     * @param typed earliestDay, latestDay and, when there is one in those weeks already, another
     * @param planned what is known of it, from what a new meeting is
     * @throws dk.klyngeflow.engine.FormRefused as the start form says it
     */
    Meeting begin(String clusterId, Map<String, String> typed, UnaryOperator<Meeting.Plan> planned, String by);
}
