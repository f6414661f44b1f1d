package dk.klyngeflow.gatherings;

import java.util.List;

/** A part of a meeting's page that another part of the stage knows about, such as its bookings; a bean each, in order. */
public interface MeetingSection {

    /** Nothing when there is nothing to show yet. */
    List<Section> of(Meeting meeting);

    /**
     * @param lines paragraphs; @param heads of the table, empty when there is none
     * @param documents to be fetched
     */
    record Section(
            String heading,
            List<String> lines,
            List<String> heads,
            List<List<String>> rows,
            List<MeetingPaper> documents) {}
}
